/** Pages the reader keeps: what is kept of them, that it comes back among the others, and that it makes a sound pack. */
import 'fake-indexeddb/auto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { comparisonView, recordsOf } from '../../../lib/corpus/index.ts';
import {
	type Area,
	clearKept,
	dropKept,
	editKept,
	keep,
	keptOf,
	keptYaml,
	mayKeep,
	ofEvent,
	readKept,
} from '../../../lib/kept/index.ts';
import { exportSettings, readSettings } from '../../../lib/settings/index.ts';
import { runCheck } from '../../../tools/pack/check.ts';
import { comparisonOf, openQuarrel, PACK, SPOT, TEXT } from '../compare/quarrel.ts';

function area(): Area {
	const held: Record<string, unknown> = {};
	return {
		get: async (key) => structuredClone(key in held ? { [key]: held[key] } : {}),
		set: async (items) => void Object.assign(held, structuredClone(items)),
		remove: async (key) => void delete held[key],
	};
}

const PAGE = {
	...TEXT,
	url: 'https://www.news.example/sand?id=7#part',
	title: 'Sand: “all” of it',
	published: '2021-09-14T08:30:00.000+08:00',
};
const word = (text: string) => {
	const start = TEXT.blocks[1]?.text.indexOf(text) ?? 0;
	return { block: 1, start, end: start + text.length };
};
const seen = comparisonOf([
	{ claim: 'accused', state: 'worded', sentences: [SPOT], words: [word('Moor'), word('sand')] },
	{ claim: 'denied', sentences: [SPOT], words: [word('Vale')] },
	{ claim: 'two', state: 'no-match' },
]);
const made = () => {
	const kept = keptOf(PAGE, seen, Date.UTC(2026, 10, 22));
	if (!kept) throw new Error('nothing kept');
	return kept;
};

describe('what is kept', () => {
	test('has every edit that was made before it is read, however fast they came', async () => {
		const held = area();
		const slow: Area = {
			...held,
			set: (items) => new Promise((go) => setTimeout(() => go(held.set(items)), 5)),
		};
		const { id } = made();
		void keep(slow, made());
		void editKept(slow, id, (now) => ({ ...now, title: 'put right' }));
		void editKept(slow, id, (now) => ({ ...now, outlet: 'Sand News' }));
		expect(await readKept(slow)).toMatchObject([{ id, title: 'put right', outlet: 'Sand News' }]);
		void editKept(slow, id, (now) => ({ ...now, title: 'late' }));
		await clearKept(slow);
		expect(await readKept(slow)).toEqual([]);
	});

	test('is the record of the page and its claims, with a few words that point, and no text', () => {
		expect(made()).toMatchObject({
			url: 'https://www.news.example/sand?id=7',
			outlet: 'news.example',
			title: 'Sand: “all” of it',
			lang: 'en',
			published: '2021-09-14T08:30:00+08:00',
			event: `${PACK}/quarrel-2021`,
			claims: [
				{ claim: `${PACK}/accused`, stance: 'words-otherwise', exact: 'Moor surely took the sand' },
				{ claim: `${PACK}/denied`, stance: 'reports', exact: 'Vale' },
			],
		});
		expect(JSON.stringify(made())).not.toContain(TEXT.blocks[1]?.text.slice(SPOT.start, SPOT.end));
	});

	test('never more than twelve words or twenty characters of Han are pointed at', () => {
		const text = '維爾議會說荒原當局把港口外面沙洲上所有能夠挖走的沙子全部都挖走了。';
		const spot = { block: 0, start: 0, end: text.length };
		const at = (one: string) => ({ block: 0, start: text.indexOf(one), end: text.indexOf(one) + one.length });
		const kept = keptOf(
			{ ...PAGE, lang: 'zh-TW', blocks: [{ text }] },
			comparisonOf([{ claim: 'accused', sentences: [spot], words: [at('維爾議會'), at('挖走了')] }]),
			0,
		);
		const [claim] = kept?.claims ?? [];
		expect(claim?.exact.match(/\p{Script=Han}/gu)?.length).toBeLessThanOrEqual(20);
		expect(claim?.exact).toContain('維爾');
		expect(kept?.lang).toBe('zh-Hant-TW');
	});

	test('is nothing in a private window, nor of a page without a date until the reader gives one', () => {
		expect(mayKeep(made(), { incognito: true })).toBe('private');
		expect(mayKeep(made(), { incognito: false })).toBe('yes');
		const undated = keptOf({ ...PAGE, published: '' }, seen, 0);
		expect(mayKeep(undated, { incognito: false })).toBe('undated');
		expect(mayKeep(keptOf({ ...PAGE, published: '' }, seen, 0, '2021-09-14'), { incognito: false })).toBe(
			'yes',
		);
		expect(mayKeep(null, { incognito: false })).toBe('in-pack');
	});

	test('is nothing for an article that the pack has', () => {
		expect(keptOf(PAGE, { ...seen, article: { id: `${PACK}/coast-1`, by: 'title' } }, 0)).toBeNull();
	});
});

describe('the list', () => {
	test('holds a page once, gives it back, and can be emptied', async () => {
		const held = area();
		await keep(held, made());
		await keep(held, { ...made(), title: 'Put right' });
		expect((await readKept(held)).map(({ title }) => title)).toEqual(['Put right']);
		await dropKept(held, made().id);
		expect(await readKept(held)).toEqual([]);
		await keep(held, made());
		await clearKept(held);
		expect(await readKept(held)).toEqual([]);
	});

	test('is no part of the settings that are saved as a file, and keeping is off at first', async () => {
		const held = area();
		await keep(held, made());
		const settings = await readSettings(held);
		expect(settings.keep).toBe(false);
		expect(exportSettings(settings)).not.toMatch(/kept|news\.example|keep/);
	});

	test('leaves out an entry that is damaged, not the others, and takes none of them away', async () => {
		const held = area();
		await held.set({ kept: [{ id: 1 }, made(), 'x'] });
		expect(await readKept(held)).toHaveLength(1);
		// A later build may read it: what is kept meanwhile leaves it where it is.
		await keep(held, { ...made(), title: 'Kept since' });
		expect((await held.get('kept')).kept).toContainEqual({ id: 1 });
	});
});

test('the next page on the event is compared with it too; itself it is not', async () => {
	const corpus = await openQuarrel();
	const kept = ofEvent([made()], `${PACK}/quarrel-2021`, 'https://other.example/');
	const view = await comparisonView(
		corpus,
		comparisonOf([{ claim: 'accused', sentences: [SPOT] }]),
		TEXT,
		'en',
		kept,
	);
	expect(view?.columns.at(-1)).toMatchObject({ outlet: { text: 'news.example' }, kept: true });
	const line = view?.groups[0]?.threads[0]?.claim;
	expect(line?.stands).toEqual(['says', 'says', 'says', 'worded']);
	expect(line?.reports.at(-1)?.url).toBe(
		'https://www.news.example/sand?id=7#:~:text=Moor%20surely%20took%20the%20sand',
	);
	expect(ofEvent([made()], `${PACK}/quarrel-2021`, `${PAGE.url}2`)).toEqual([]);
	expect(ofEvent([made()], `${PACK}/quarrel-2020`, '')).toEqual([]);
});

test('saved as YAML it passes `npm run pack -- check`', async () => {
	const corpus = await openQuarrel();
	const kept = [
		made(),
		{ ...made(), id: 'kept-2', url: 'https://b.example/', title: '', outlet: '港：『報』' },
	];
	kept[1]?.claims.splice(0, 1, {
		...(kept[1].claims[0] as (typeof kept)[0]['claims'][0]),
		note: 'says “all”: # {sand}',
	});
	const records = await recordsOf(corpus, PACK, ['accused', 'denied', 'gone']);
	const text = keptYaml(kept, {
		id: 'a'.repeat(32),
		title: 'The harbour quarrel',
		license: 'CC0-1.0',
		records,
	});
	const folder = mkdtempSync(join(tmpdir(), 'sidelight-kept-'));
	try {
		writeFileSync(join(folder, 'kept.yaml'), text);
		expect(await runCheck(folder, [], false)).toBe(0);
	} finally {
		rmSync(folder, { recursive: true });
	}
	expect(text).not.toContain('Hill Post');
	expect(text).toContain('answers: "accused"');
});
