/** The peer: MiniSearch over the same names, events with their claims, and titles, held whole in memory. */
import MiniSearch from 'minisearch';
import { addPinyin, addTerms } from '../../../lib/corpus/search/words.ts';
import { castOf, type Plan, storyOf } from './generate.ts';
import type { Query } from './queries.ts';

/** ms and numbers of results; `loadMs`: from its JSON, as a popup would have to at every opening. */
export async function peer(plan: Plan, queries: readonly Query[]) {
	const started = performance.now();
	const index = new MiniSearch<{ id: number; name: string; text: string }>({
		fields: ['name', 'text'],
		tokenize,
	});
	let id = 0;
	for (let pack = 0; pack < plan.packs; pack++) {
		const { entities, sources } = castOf(pack, plan);
		for (const { name, aliases, pinyin } of entities) {
			const spoken = new Set<string>();
			for (const one of pinyin ?? []) addPinyin(spoken, one);
			const names = [...Object.values(name), ...aliases.map(({ text }) => text), ...spoken].join(' ');
			index.add({ id: id++, name: names, text: '' });
		}
		for (const { name } of sources) index.add({ id: id++, name: Object.values(name).join(' '), text: '' });
		for (let i = 0; i < plan.stories; i++) {
			const { events, articles, claims } = storyOf(pack * plan.stories + i, plan);
			const text = claims.map((claim) => Object.values(claim.text).join(' ')).join(' ');
			for (const { name, when } of events) {
				index.add({ id: id++, name: Object.values(name).join(' '), text: `${when.start} ${text}` });
			}
			for (const { title = '', published } of articles) index.add({ id: id++, name: title, text: published });
		}
		await new Promise((resume) => setTimeout(resume));
	}
	const buildMs = performance.now() - started;
	const json = JSON.stringify(index);
	const before = performance.now();
	MiniSearch.loadJSON(json, { fields: ['name', 'text'], tokenize });
	const loadMs = performance.now() - before;
	const times: number[] = [];
	for (const { text } of queries) {
		const from = performance.now();
		index.search(text, {
			prefix: true,
			fuzzy: (term) => (term.length >= 4 ? 0.2 : false),
			combineWith: 'AND',
		});
		times.push(performance.now() - from);
	}
	Object.assign(globalThis, { held: index });
	return { documents: id, buildMs, loadMs, jsonMB: json.length / 1e6, times };
}

/** By the same words as ours: MiniSearch's own does not part Chinese. */
function tokenize(text: string): string[] {
	const terms = new Set<string>();
	addTerms(terms, text, true);
	return [...terms];
}
