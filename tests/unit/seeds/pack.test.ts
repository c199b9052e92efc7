/** The first pack: what must be one claim, what must stay two, what differs and what only seems to. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { check, type PackReader, type PackSource, packReader } from '../../../lib/author/index.ts';
import { firings } from '../../../lib/events/index.ts';
import { type Match, matchValue } from '../../../lib/events/values.ts';
import { foldKey } from '../../../lib/text/index.ts';

const FOLDER = 'seeds/putin-kim-summits';
let records: PackSource['records'];
let reader: PackReader;

beforeAll(async () => {
	const { source, problems } = await check(
		readdirSync(FOLDER).map((path) => ({ path, text: readFileSync(join(FOLDER, path), 'utf8') })),
	);
	expect(problems).toEqual([]);
	if (!source) throw new Error('not sound');
	records = source.records;
	reader = await packReader(records);
});

const claim = (id: string) => {
	const found = records.claims.find((one) => one.id === id);
	if (!found) throw new Error(`no claim ${id}`);
	return found;
};

describe('the five articles', () => {
	it('names every entity in English, Simplified, and the Traditional of Taiwan and of Hong Kong', () => {
		for (const { id, name } of records.entities) {
			expect(name.en && name['zh-Hans'], id).toBeTruthy();
			expect(name['zh-Hant-TW'] ?? name['zh-Hant'], id).toBeTruthy();
			expect(name['zh-Hant-HK'] ?? name['zh-Hant'], id).toBeTruthy();
		}
	});

	it('keeps Taiwan and Hong Kong apart', () => {
		const name = (id: string) => records.entities.find((entity) => entity.id === id)?.name;
		expect(name('vladimir-putin')).toMatchObject({ 'zh-Hant-TW': '普丁', 'zh-Hant-HK': '普京' });
		expect(claim('missile-launch').text).toMatchObject({
			'zh-Hant-TW': expect.stringContaining('飛彈'),
			'zh-Hant-HK': expect.stringContaining('導彈'),
		});
	});

	it('says that minister is what Shoigu was until May 2024', () => {
		const shoigu = records.entities.find(({ id }) => id === 'sergei-shoigu');
		expect(
			shoigu?.roles.some(({ title, until }) => /minister/i.test(title.en) && until?.startsWith('2024-05')),
		).toBe(true);
	});

	it('gives each allegation and each denial its voice, and the denial what it answers', () => {
		for (const { id, modality, speaker } of records.claims) {
			if (modality === 'alleged' || modality === 'denied') expect(speaker, id).toBeTruthy();
		}
		expect(claim('north-korea-denies-arms').answers).toBe('us-allies-accuse-2024');
	});

	it('does not take the outlets’ other stories for coverage', () => {
		const texts = JSON.stringify(records.claims);
		for (const strange of ['碧桂园', '李强', '骨痛热症', '荣誉会员']) expect(texts).not.toContain(strange);
	});
});

describe('real differences: one remark in another strength', () => {
	it.each([
		['putin-satellite-help', ['dw-2023-09-13', 'rfi-2023-09-14']],
		['all-issues', ['dw-2023-09-13', 'visiontimes-2023-09-14']],
		['cosmonaut-offer', ['oriental-2023-09-14', 'visiontimes-2023-09-14', 'rfi-2023-09-14']],
	])('%s', (id, articles) => {
		const { reports } = claim(id);
		expect(reports.map(({ article }) => article)).toEqual(expect.arrayContaining(articles));
		expect(reports.some(({ stance, wording }) => stance === 'words-otherwise' && wording)).toBe(true);
	});

	it('shows arms as voices with dates, not as contradictions', () => {
		const ids = [
			'arms-on-agenda',
			'budanov-shipments',
			'no-official-word-on-arms',
			'us-suspects-purchase',
			'shells-already-tested',
			'us-allies-accuse-2024',
		];
		for (const id of ids)
			expect(
				claim(id).reports.every(({ stance }) => stance === 'reports'),
				id,
			).toBe(true);
		expect(new Set(ids.map((id) => claim(id).speaker)).size).toBeGreaterThan(4);
	});
});

/** Sentences of ours that word one thing in another way: none may come out as another value. */
const APPARENT: [what: string, id: string, value: string, text: string, published: string][] = [
	[
		'four years, for four years and five months',
		'time-since-2019',
		'interval',
		'这是四年来两人首次见面',
		'2023-09-14',
	],
	['24 years since 2000', 'first-visit-in-24-years', 'interval', '他上次到平壤是24年前', '2024-06-19'],
	['tomorrow, Friday', 'plant-visit-friday', 'day', '明日他將參觀工廠', '2023-09-14'],
	['Friday, for the 15th', 'plant-visit-friday', 'day', 'He is to see the plant on Friday', '2023-09-14'],
];

describe('only apparent differences', () => {
	it('holds no report that differs', () => {
		expect(
			records.claims.flatMap(({ reports }) => reports).filter(({ stance }) => stance === 'differs'),
		).toEqual([]);
	});

	it.each(APPARENT)('%s', (_what, id, name, text, published) => {
		const values = claim(id).values;
		const value = values[name] ?? Object.values(values)[0];
		if (!value) throw new Error(`${id} has no value`);
		const agrees: Match[] = ['same', 'coarser', 'finer'];
		expect(agrees).toContain(matchValue(text, value, { published, entities: new Set() }));
	});

	it('keeps landing and announcement two events of one night', () => {
		expect(claim('landed-0222').values).toMatchObject({ time: { date: '2024-06-19T02:22+09:00' } });
		expect(claim('kremlin-post-0246').values).toMatchObject({ time: { date: '2024-06-19T02:46+09:00' } });
	});

	it('takes next month and October for one plan', () => {
		expect(claim('lavrov-october').reports.map(({ article, stance }) => [article, stance])).toEqual(
			expect.arrayContaining([
				['visiontimes-2023-09-14', 'reports'],
				['rfi-2023-09-14', 'reports'],
			]),
		);
	});

	it('takes "May and August" and "the last two" for the same failures', () => {
		expect(claim('two-satellite-failures').reports.map(({ article }) => article)).toEqual(
			expect.arrayContaining(['oriental-2023-09-14', 'rfi-2023-09-14']),
		);
	});

	it('keeps hours of talks of different scope apart', () => {
		expect(claim('talks-with-officials').scope ?? claim('formal-talks-two-hours').scope).toBeTruthy();
	});
});

describe('what must not be merged', () => {
	it.each([
		['opening words and toast', 'kim-absolute-priority', 'kim-great-victory'],
		['sensitive areas and prospects', 'peskov-sensitive-areas', 'putin-military-prospects'],
		['invited and accepted', 'kim-invites-putin', 'putin-accepts-invitation'],
		['declaration and treaty of 2000', 'joint-declaration-issued', 'duma-ratified-treaty'],
	])('%s', (_what, one, other) => {
		expect(claim(one).text.en).not.toBe(claim(other).text.en);
	});

	it('knows the rocket Soyuz-2 from the craft Soyuz', () => {
		const kinds = new Map(
			records.entities.map(({ id, kind, aliases }) => [
				id,
				{ kind, strong: aliases.filter(({ strength }) => strength === 'strong').map(({ text }) => text) },
			]),
		);
		expect(kinds.has('soyuz-2') && kinds.has('soyuz-craft')).toBe(true);
		const shared = kinds
			.get('soyuz-2')
			?.strong.filter((text) => kinds.get('soyuz-craft')?.strong.includes(text));
		expect(shared).toEqual([]);
	});
});

describe('look-alikes', () => {
	it('are never taken for the entity, alone or in a sentence', async () => {
		const wrong: string[] = [];
		for (const { id, lookalikes, aliases } of records.entities) {
			const strong = aliases.find(({ strength }) => strength === 'strong')?.text ?? '';
			for (const lookalike of lookalikes) {
				const latin = /[A-Za-z]/.test(lookalike);
				// The entity itself stands on the page too, so that weak names would have their evidence.
				const texts = [latin ? `They spoke of ${lookalike} today.` : `昨天谈到${lookalike}的事。`, strong];
				const { mentions } = await reader.read(texts);
				const found = mentions.filter((mention) => mention.block === 0 && mention.entity === id);
				const inside = found.filter(
					({ start, end }) => foldKey((texts[0] as string).slice(start, end)) !== '',
				);
				if (inside.length > 0) wrong.push(`${lookalike} → ${id}`);
			}
		}
		expect(wrong).toEqual([]);
	});

	it('show native names and never match them', async () => {
		const natives = records.entities.flatMap(({ native }) => native?.text ?? []);
		expect(natives.length).toBeGreaterThan(10);
		const { mentions } = await reader.read(natives.filter((text) => !/\p{Script=Han}|[A-Za-z]/u.test(text)));
		expect(mentions).toEqual([]);
	});
});

describe('cues', () => {
	/** Our own sentences, in words that no document uses. */
	const SAID: [id: string, text: string][] = [
		[
			'missile-launch',
			'Pyongyang had launched a pair of ballistic missiles towards the Sea of Japan that morning.',
		],
		['missile-launch', '北韓當天早上往日本海試射兩枚彈道飛彈。'],
		['kim-invites-putin', 'Kim invited Vladimir Putin to visit North Korea.'],
		['rifles-exchanged', '普京与金正恩互相赠送了步枪。'],
		['kim-yo-jong-present', 'Kim Jong Un’s sister, Kim Yo Jong, travelled with the delegation.'],
		['lavrov-october', 'Sergei Lavrov is expected to visit Pyongyang in October, the Kremlin said.'],
	];

	it.each(SAID)('%s: %s', async (id, text) => {
		const { sentences } = await reader.read([text, 'Kim Jong Un. 金正恩。']);
		expect(firings(claim(id), sentences, { published: '2023-09-14' }).length).toBeGreaterThan(0);
	});
});
