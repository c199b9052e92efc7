import { expect, it } from 'vitest';
import { BREAK, CHUNK, MESSAGE, type Scanned } from '../../../lib/messages/page.ts';
import { Ledger, type Places, placesIn } from '../../../lib/page/ledger.ts';
import { textsOf } from '../../../lib/page/markup.ts';
import { createScan } from '../../../lib/page/scan.ts';
import type { Fresh, Section } from '../../../lib/page/sections.ts';

const fresh = (...texts: string[]): Fresh => ({
	section: { lengths: texts.map(({ length }) => length) } as unknown as Section,
	text: texts.join(BREAK),
	blocks: [],
});

/** Finds Kim, everywhere, as the background would. */
function find(parts: string[]): Omit<Scanned, 'closing'> {
	const isMarkup = (at: number) => parts[at - 1] === '';
	const texts = parts.map((part, at) => (isMarkup(at) ? textsOf(part) : part ? part.split(BREAK) : []));
	const cut = texts.filter((_, at) => isMarkup(at));
	const marks = texts
		.flat()
		.flatMap((text, at) =>
			[...text.matchAll(/Kim/g)].flatMap(({ index }) => [at, index, index + 3, 0, 0, -1]),
		);
	return {
		marks,
		names: [{ text: 'Kim', person: true, bearers: [0] }],
		ids: ['kim'],
		discreet: [],
		cut: cut.map((all) => all.map(({ length }) => length)),
	};
}

function start(ask = async (parts: string[]) => find(parts)) {
	const requests: string[][] = [];
	const done = new Map<Section, Places>();
	const scan = createScan(
		new Ledger(),
		(parts) => {
			requests.push(parts);
			return ask(parts);
		},
		(section, places) => done.set(section, places),
		() => undefined,
	);
	const blocksOf = (one: Fresh) => [...placesIn(done.get(one.section) as Places)].map(({ block }) => block);
	return { scan, requests, done, blocksOf };
}

it('gives each section the names of its blocks', async () => {
	const { scan, blocksOf } = start();
	const [one, other] = [fresh('Kim', 'rain', 'Kim and Kim'), fresh('rain', 'Kim')];
	scan.add(one);
	scan.add(other);
	await scan.end();
	expect(blocksOf(one)).toEqual([0, 2, 2]);
	expect(blocksOf(other)).toEqual([1]);
});

it('learns from the answer what markup was cut into', async () => {
	const { scan, requests, blocksOf } = start();
	const markup = (text: string): Fresh => ({ ...fresh(), text });
	const [even, uneven] = [markup('<p>Kim</p>\n<p>Tom &amp; Kim</p>'), markup('Kim<p>Kim</p>')];
	const all = [fresh('Kim'), even, uneven, fresh('rain', 'Kim')];
	for (const one of all) scan.add(one);
	await scan.end();
	expect(requests).toHaveLength(1);
	expect(all.map(blocksOf)).toEqual([[0], [0, 1], [], [1]]);
	expect([even, uneven].map(({ section }) => section.lengths)).toEqual([[3, 9], []]);
});

it('asks in requests that are not too large, also for one section of many blocks', async () => {
	const { scan, requests, blocksOf } = start();
	const large = fresh(...Array.from({ length: 40 }, () => `Kim ${'x'.repeat(15_000)}`));
	scan.add(large);
	await scan.end();
	for (const texts of requests) {
		expect(texts.join('').length).toBeLessThanOrEqual(CHUNK);
		for (const text of texts) expect(text.length).toBeLessThanOrEqual(MESSAGE);
	}
	expect(blocksOf(large)).toEqual(Array.from({ length: 40 }, (_, i) => i));
});

it('asks nobody about a clock, and about the same text once', async () => {
	const { scan, requests, blocksOf } = start();
	scan.add(fresh('12:04'));
	await scan.end();
	expect(requests).toEqual([]);
	// What a page holds at first is not kept; what comes after is.
	for (const _ of [1, 2, 3]) {
		scan.add(fresh('Kim came'));
		await scan.end();
	}
	const again = fresh('12:05', 'Kim came', 'Kim left');
	scan.add(again);
	await scan.end();
	expect(requests.flat()).toEqual(['Kim came', 'Kim left']);
	expect(blocksOf(again)).toEqual([1, 2]);
});

it('tells when nobody answered, and asks again', async () => {
	let away = true;
	const { scan, done } = start(async (texts) => {
		if (away) throw new Error('away');
		return find(texts);
	});
	const one = fresh('Kim');
	scan.add(one);
	await expect(scan.end()).rejects.toThrow('away');
	expect(done.size).toBe(0);
	away = false;
	scan.add(one);
	await scan.end();
	expect(done.size).toBe(1);
});
