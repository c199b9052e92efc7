/** What the indexes of several packs find, against a plain reading of every record from end to end. */
import 'fake-indexeddb/auto';
import { beforeAll, expect, it } from 'vitest';
import { type Corpus, openCorpus, Store, search } from '../../../../lib/corpus/index.ts';
import { queriesOf } from '../../../../lib/corpus/search/query.ts';
import { addPinyin, addTerms } from '../../../../lib/corpus/search/words.ts';
import { publicId } from '../../../../lib/corpus/store.ts';
import { foldKey } from '../../../../lib/text/index.ts';
import { fill } from '../../../bench/corpus/fill.ts';
import { castOf, storyOf } from '../../../bench/corpus/generate.ts';
import { distance } from '../support/distance.ts';

const PLAN = { packs: 3, stories: 12, entities: 40 };
/** Results of one kind in one pack beyond which the index looks no closer. */
const KEPT = 24;
type Kind = 'entities' | 'events' | 'sources' | 'articles';
interface Doc {
	id: string;
	kind: Kind;
	pack: string;
	names: string[];
	name: Set<string>;
	text: Set<string>;
	weight: number;
	date: string;
}
let corpus: Corpus;
const docs = new Map<string, Doc>();

beforeAll(async () => {
	const store = new Store('plain');
	await fill(store, PLAN);
	corpus = await openCorpus(store);
	const doc = (kind: Kind, pack: string, id: string, names: (string | undefined)[], date = ''): Doc => {
		const one: Doc = {
			id: publicId(pack, id),
			kind,
			pack,
			names: names.filter((text) => text !== undefined),
			name: new Set(),
			text: new Set(),
			weight: 0,
			date,
		};
		for (const text of one.names) addTerms(one.name, text, true);
		docs.set(`${kind} ${one.id}`, one);
		return one;
	};
	for await (const { pack, id, record } of corpus.each('entities')) {
		const forms = [...Object.values(record.name), ...record.aliases.map(({ text }) => text)];
		const one = doc('entities', pack, id, forms);
		for (const text of record.pinyin ?? []) addPinyin(one.name, text);
		one.names.push(...(record.pinyin ?? []));
	}
	for await (const { pack, id, record } of corpus.each('sources'))
		doc('sources', pack, id, Object.values(record.name));
	for await (const { pack, id, record } of corpus.each('articles')) {
		addTerms(
			doc('articles', pack, id, [record.title], record.published).text,
			record.published.slice(0, 10),
			false,
		);
		(docs.get(`sources ${publicId(pack, record.source)}`) as Doc).weight++;
	}
	for await (const { pack, id, record } of corpus.each('events')) {
		const one = doc('events', pack, id, Object.values(record.name), record.when.start);
		for (const text of record.pinyin ?? []) addPinyin(one.name, text);
		for (const text of [...Object.values(record.summary ?? {}), record.when.start.slice(0, 10)])
			if (text) addTerms(one.text, text, false);
		for (const who of [...record.participants.map(({ entity }) => entity), ...record.where]) {
			const entity = docs.get(`entities ${publicId(pack, who)}`) as Doc;
			for (const term of entity.name) one.text.add(term);
			entity.weight++;
		}
	}
	for await (const { pack, record } of corpus.each('claims')) {
		const { text } = docs.get(`events ${publicId(pack, record.event)}`) as Doc;
		for (const form of Object.values(record.text)) if (form) addTerms(text, form, false);
	}
}, 60_000);

/** How well a term is met: as it stands, as a beginning, mistyped. 0: not. */
function met({ name, text }: Doc, term: string, latin: boolean, near: boolean): number {
	const allowed = !near || !latin || term.length < 4 || /\d/.test(term) ? 0 : term.length < 8 ? 1 : 2;
	const grade = (terms: Set<string>, [exact, begins, one, two]: number[]) => {
		if (terms.has(term)) return exact as number;
		if (latin && [...terms].some((other) => other.startsWith(term))) return begins as number;
		const apart = allowed === 0 ? [] : [...terms].map((other) => mistakes(other, term));
		const least = Math.min(...apart, 9);
		return least > allowed ? 0 : ((least === 1 ? one : two) as number);
	};
	return Math.max(
		grade(name, [12, 9, 3, 2]),
		grade(new Set([...text].filter((one) => !name.has(one))), [6, 4, 1, 1]),
	);
}

const known = new Map<string, number>();
/** Of two, none in the first letter; no Chinese is a mistyped Latin word. */
function mistakes(other: string, term: string): number {
	if (Math.abs(other.length - term.length) > 2 || !/^[a-z]/.test(other)) return 9;
	if (term.length >= 8 && other[0] !== term[0]) return 9;
	const key = `${other} ${term}`;
	known.set(key, known.get(key) ?? distance(other, term));
	return known.get(key) as number;
}

/** By document; null where what was typed is to be read otherwise. */
function plainly(typed: string): Map<Doc, number> | null {
	const all = [...docs.values()];
	const reading = (wanted: ReturnType<typeof queriesOf>[number], near: (at: number) => boolean) => {
		const found = new Map<Doc, number>();
		for (const doc of all) {
			const grades = wanted.map(({ term, latin }, at) => met(doc, term, latin, near(at)));
			if (grades.every((grade) => grade > 0))
				found.set(
					doc,
					grades.reduce((sum, grade) => sum + grade, 0),
				);
		}
		return found;
	};
	const [words = [], ...others] = queriesOf(typed);
	const strict = reading(words, () => false);
	const joined = others.map((other) => reading(other, () => false));
	const found = new Map(strict);
	const add = (more: Map<Doc, number>) => {
		for (const [doc, score] of more) found.set(doc, Math.max(score, found.get(doc) ?? 0));
	};
	for (const more of joined) add(more);
	if (strict.size > 0 || found.size === 0) {
		const named = words.map(({ term, latin }) =>
			all.some(({ name }) => name.has(term) || (latin && [...name].some((one) => one.startsWith(term)))),
		);
		const forgiven = reading(words, (at) => !named[at]);
		add(forgiven.size > 0 ? forgiven : reading(words, () => true));
	}
	return found.size > 0 ? found : null;
}

const close = (text: string) => text.replaceAll(' ', '');
function likeness({ names }: Doc, typed: string): number {
	const key = foldKey(typed);
	const keys = names.map(foldKey);
	if (keys.some((name) => name === key || close(name) === close(key))) return 40;
	return keys.some((name) => name.startsWith(key)) ? 4 : 0;
}

function typedTexts(): string[] {
	const { entities } = castOf(1, PLAN);
	const names = entities.slice(0, 14).map(({ name }) => name);
	const words = names.flatMap(({ en }) => en.split(' ').filter((one) => one.length > 4)).slice(0, 14);
	const stories = [3, 15, 30].map((story) => storyOf(story, PLAN));
	return [
		...names.flatMap((name) => [name.en, name['zh-Hans'] ?? '', (name['zh-Hans'] ?? '').slice(0, 1)]),
		...words.map((word) => word.slice(0, 2)),
		...words.map((word) => word.slice(0, 3)),
		...words.map((word) => `${word.slice(0, 2)}${word[3]}${word[2]}${word.slice(4)}`),
		...words.map((word) => word.slice(0, -2) + word.slice(-1)),
		...entities.slice(0, 8).map(({ pinyin }) => close(pinyin?.[0] ?? '')),
		...stories.flatMap(({ events, claims }) => [
			(events[0]?.name.en ?? '').split(' ').slice(0, 2).join(' '),
			(claims[0]?.text.en ?? '').split(' ').slice(0, 2).join(' '),
			`${(events[0]?.name.en ?? '').split(' ')[0]} ${events[0]?.when.start.slice(0, 4)}`,
			(events[0]?.name['zh-Hans'] ?? '').slice(2, 5),
		]),
	].filter((text) => text !== '');
}

it('three packs are searched as one: the very results, in the very order, that reading everything gives', async () => {
	let compared = 0;
	let fromSeveral = 0;
	for (const typed of typedTexts()) {
		const plain = plainly(typed);
		if (!plain) continue;
		const view = await search(corpus, typed, 'en', { times: 12 });
		for (const kind of ['entities', 'events', 'sources', 'articles'] as const) {
			const wanted = [...plain].filter(([doc]) => doc.kind === kind);
			const packs = Map.groupBy(wanted, ([{ pack }]) => pack);
			if ([...packs.values()].some(({ length }) => length > KEPT)) continue;
			const rank = (doc: Doc) =>
				[(plain.get(doc) ?? 0) + likeness(doc, typed), doc.weight, doc.date] as const;
			const order = wanted
				.map(([doc]) => rank(doc))
				.sort(([a, b, c], [x, y, z]) => x - a || y - b || (c < z ? 1 : c > z ? -1 : 0));
			const found = view[kind].map(({ id }) => docs.get(`${kind} ${id}`) as Doc);
			expect(found.map(({ id }) => id).sort(), `${kind}: ${typed}`).toEqual(
				wanted.map(([{ id }]) => id).sort(),
			);
			expect(found.map(rank), `${kind}: ${typed}`).toEqual(order);
			compared += wanted.length;
			if (packs.size > 1) fromSeveral++;
		}
	}
	expect(compared).toBeGreaterThan(300);
	expect(fromSeveral).toBeGreaterThan(20);
});
