/** What a reader types is found, in any script, region or spelling, in the pack that the extension carries. */
import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';
import {
	articleRecords,
	entityLine,
	eventLines,
	openCorpus,
	type Store,
} from '../../../../lib/corpus/index.ts';
import { find, found, ownPack, storeWith } from '../support/installed.ts';

let store: Store;
beforeAll(async () => {
	store = await storeWith(ownPack());
}, 60_000);

describe('a person', () => {
	it.each([
		'普京',
		'普丁',
		'普亭',
		'Putin',
		'putin',
		'PUTIN',
		'ｐｕｔｉｎ',
		'pǔjīng',
		'pu jing',
		'pujing',
		'Pǔ Jīng',
		'Puttin',
		'Putni',
		'Vladmir Putin',
		'Putin Vladimir',
		"Putin's",
		'vladimirputin',
		'pu jng',
	])('is found first by %s', async (typed) => {
		expect((await found(store, typed)).entities[0]).toBe('Vladimir Putin');
	});

	it('is found while the name is being typed', async () => {
		for (const typed of ['p', 'pu', 'put', 'puti', '普', 'puj', 'pujin']) {
			expect((await found(store, typed)).entities, typed).toContain('Vladimir Putin');
		}
	});
});

describe('a place', () => {
	it.each([
		'東方航天發射場',
		'东方航天发射场',
		'东方 航天',
		'Vostochny',
		'vostochni',
		'dongfanghangtian',
		'dongfanghangtianfashechang',
		'dfht',
	])('is found by %s', async (typed) => {
		expect((await found(store, typed)).entities[0]).toMatch(/Vostochny/);
	});
});

describe('an event', () => {
	it('is found by place and year together', async () => {
		const { events } = await found(store, 'Vostochny 2023');
		expect(events[0]).toBe('Putin–Kim summit at Vostochny');
		expect((await found(store, 'Pyongyang 2000')).events[0]).toBe("Putin's visit to Pyongyang in 2000");
		expect((await found(store, 'Pyongyang 2024')).events[0]).toBe("Putin's visit to Pyongyang in 2024");
	});

	it('of another year is no typing mistake', async () => {
		expect((await found(store, 'Vostochny 2022')).events).toEqual([]);
	});

	it('is found by who took part in it, in another script', async () => {
		expect((await found(store, '普丁 金正恩')).events[0]).toMatch(/Putin/);
		expect((await found(store, '普京金正恩')).events.length).toBeGreaterThan(0);
	});

	it('is found by what is claimed of it', async () => {
		expect((await found(store, 'satellite launch')).events.length).toBeGreaterThan(0);
	});
});

describe('what is shown of a result', () => {
	it.each(['en', 'zh-Hant-TW'] as const)(
		'is what its own record says, for a reader of %s',
		async (reader) => {
			const corpus = await openCorpus(store);
			const { events, entities, articles } = await find(store, '普京', reader);
			expect(events).toEqual(
				await eventLines(
					corpus,
					events.map(({ id }) => id),
					reader,
				),
			);
			const rows = new Map((await corpus.entities(entities.map(({ id }) => id))).map((row) => [row.id, row]));
			for (const line of entities) {
				const row = rows.get(line.id.split('/')[1] as string);
				expect(row && entityLine(row, reader)).toEqual(line);
			}
			const records = await articleRecords(
				corpus,
				articles.map(({ id }) => id),
				reader,
			);
			expect(articles.map(({ title, outlet, date }) => [title, outlet, date])).toEqual(
				records.map(({ title, source, date }) => [title, source.name, date]),
			);
		},
	);
});

describe('outlets and articles', () => {
	it('are found by name and by title', async () => {
		const { sources } = await find(store, 'Storm Media');
		expect(sources[0]?.name.text).toBe('Storm Media');
		const { articles } = await find(store, '金正恩');
		expect(articles.length).toBeGreaterThan(0);
		expect(articles.every(({ title }) => title?.text.includes('金正恩'))).toBe(true);
	});
});

describe('bad input', () => {
	it.each([
		['nothing', ''],
		['spaces', '   '],
		['signs of a regular expression', '(+)+$[\\]^*?{,}|'],
		['a lone surrogate', '\ud800\udfff\udc00'],
		['emoji', '👩‍👩‍👧‍👦🚀'],
		['ten thousand characters', 'x'.repeat(10_000)],
		['ten thousand characters of Chinese', '龘'.repeat(10_000)],
		['controls', '\0\u0001\u202e'],
	])('%s finds nothing and breaks nothing', async (_, typed) => {
		expect(await found(store, typed)).toEqual({ entities: [], events: [] });
	});

	it('a name among emoji and signs is found', async () => {
		expect((await found(store, '🚀 Putin?!')).entities[0]).toBe('Vladimir Putin');
	});

	it('nothing that is only written alike', async () => {
		for (const typed of ['zzzz', 'Qwertyuiop', '鱻鱻']) {
			expect(await found(store, typed), typed).toEqual({ entities: [], events: [] });
		}
	});
});
