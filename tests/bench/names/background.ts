/**
 * The background of the bench's own extension: builds an index, keeps it as one Blob in IndexedDB, loads it when it wakes,
 * as the real background does. Bundled by browser.ts.
 */
import { build, load, type NamesIndex } from '../../../lib/names/index.ts';
import { eachName, makeNames, makeText } from './corpus.ts';
import { ours, readLoop } from './matchers.ts';
import { speeds, timedBuild } from './measure.ts';

interface Runtime {
	onConnect: { addListener(act: () => void): void };
	onMessage: {
		addListener(act: (message: Asked, sender: unknown, answer: (reply: unknown) => void) => boolean): void;
	};
}
export type Asked =
	| { op: 'store'; aliases: number }
	| { op: 'speed'; aliases: number }
	| { op: 'scan'; text: string }
	| { op: 'nothing' };

const { runtime } =
	(globalThis as unknown as { browser?: { runtime: Runtime }; chrome: { runtime: Runtime } }).browser ??
	(globalThis as unknown as { chrome: { runtime: Runtime } }).chrome;

let index: NamesIndex | null = null;

// An open port keeps Firefox from ending a background that is at work.
runtime.onConnect.addListener(() => undefined);
runtime.onMessage.addListener((asked, _sender, answer) => {
	if (asked.op === 'nothing') {
		answer({ loadMs: 0 });
		return false;
	}
	const work =
		asked.op === 'store'
			? store(asked.aliases)
			: asked.op === 'speed'
				? speed(asked.aliases)
				: scan(asked.text);
	work.then(answer, (error) => answer({ error: String(error) }));
	return true;
});

/** Names come one after the other, as from the rows of a store. */
async function store(aliases: number) {
	const { bytes, buildMs, blockMs } = await timedBuild(eachName(aliases));
	const table = (await open()).transaction('index', 'readwrite').objectStore('index');
	await done(table.put(new Blob([bytes as Uint8Array<ArrayBuffer>]), 'names'));
	index = null;
	const names = makeNames(aliases);
	return {
		buildMs,
		blockMs,
		zh: makeText(names, 'zh', 10_240),
		article: makeText(names, 'zh', 20_000),
	};
}

async function speed(aliases: number) {
	const names = makeNames(aliases);
	const matchers = [readLoop, ours(await build(names))];
	const texts = {
		zh: structuredClone(makeText(names, 'zh', 1 << 20)),
		en: structuredClone(makeText(names, 'en', 1 << 20)),
	};
	return speeds(matchers, texts);
}

/** The first after a wake loads; `loadMs` is 0 afterwards. */
async function scan(text: string) {
	const before = performance.now();
	index ??= load(await (await stored()).arrayBuffer());
	const loaded = performance.now();
	const hits = index.scan(text);
	return { loadMs: loaded - before, hits: Array.from(hits) };
}

async function stored(): Promise<Blob> {
	return done((await open()).transaction('index').objectStore('index').get('names'));
}

function open(): Promise<IDBDatabase> {
	const request = indexedDB.open('bench', 1);
	request.onupgradeneeded = () => request.result.createObjectStore('index');
	return done(request);
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
	new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
