/** Measures the names index at one size; runs in Node and in a worker alike. */
import { build, load, type Name } from '../../../lib/names/index.ts';
import { makeNames, makeText } from './corpus.ts';
import { ahoCorasick, ahoCorasickAll, type Matcher, ours, readLoop, regExp } from './matchers.ts';

const TEXT_UNITS = 1 << 20;
const ROUNDS = 9;
/** A sample lasts at least this many ms, so that the clock's grain does not show. */
const SAMPLE_MS = 20;
const PAGE_UNITS = 8000;
const WARM_UP_MS = 400;
const LARGEST_REGEXP = 100_000;

export interface Figures {
	aliases: number;
	keys: number;
	/** Median of three builds, as the next. */
	buildMs: number;
	/** Longest time in ms that nothing else had a turn while building. */
	blockMs: number;
	bytesPerAlias: number;
	/** First load of this process or worker at this size. */
	loadMs: number;
	/** Names found in a thousand units. */
	density: Record<'zh' | 'en', number>;
	/** Million units a second, by matcher; medians of nine. */
	speed: Record<'zh' | 'en', Record<string, number>>;
}

export async function measure(aliases: number): Promise<Figures> {
	const names = makeNames(aliases);
	const builds = [await timedBuild(names), await timedBuild(names), await timedBuild(names)] as const;
	const [{ bytes }] = builds;
	const before = performance.now();
	const index = load(bytes);
	const loadMs = performance.now() - before;
	const matchers = [readLoop, ours(bytes), ahoCorasick(names), ahoCorasickAll(names)];
	if (aliases <= LARGEST_REGEXP) matchers.push(regExp(names));
	// Cloned as texts that come from a page are: in one piece.
	const zh = structuredClone(makeText(names, 'zh', TEXT_UNITS));
	const en = structuredClone(makeText(names, 'en', TEXT_UNITS));
	const density = (text: string) => index.scan(text).length / 3 / (text.length / 1000);
	return {
		aliases,
		keys: index.size,
		buildMs: median(builds.map(({ buildMs }) => buildMs)),
		blockMs: median(builds.map(({ blockMs }) => blockMs)),
		bytesPerAlias: bytes.length / aliases,
		loadMs,
		density: { zh: density(zh), en: density(en) },
		speed: speeds(matchers, { zh, en }),
	};
}

/** Size of the index over names that share no beginnings. */
export async function hardBytesPerAlias(aliases: number): Promise<number> {
	return (await build(makeNames(aliases, true))).length / aliases;
}

/** On pieces as long as a page, in both languages: a loop that ran only twice on a long text may stay half compiled. */
function warmUp(matcher: Matcher, texts: readonly string[]): void {
	const pages = texts.map((text) => structuredClone(text.slice(0, PAGE_UNITS)));
	const before = performance.now();
	while (performance.now() - before < WARM_UP_MS) for (const page of pages) matcher.scan(page);
}

/** In turns, so that what else the machine does meets all alike. */
export function speeds(matchers: readonly Matcher[], texts: Record<'zh' | 'en', string>): Figures['speed'] {
	for (const matcher of matchers) warmUp(matcher, Object.values(texts));
	return { zh: speedsOn(matchers, texts.zh), en: speedsOn(matchers, texts.en) };
}

function speedsOn(matchers: readonly Matcher[], text: string): Record<string, number> {
	const samples = new Map(matchers.map((matcher) => [matcher, [] as number[]]));
	for (let round = 0; round < ROUNDS; round++) {
		for (const [matcher, times] of samples) times.push(sample(matcher, text));
	}
	return Object.fromEntries(
		[...samples].map(([{ name }, times]) => [name, text.length / median(times) / 1000]),
	);
}

/** ms for one scan */
function sample(matcher: Matcher, text: string): number {
	const before = performance.now();
	let scans = 0;
	let spent = 0;
	for (; spent < SAMPLE_MS; spent = performance.now() - before) {
		matcher.scan(text);
		scans++;
	}
	return spent / scans;
}

function median(values: readonly number[]): number {
	return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

export async function timedBuild(names: Iterable<Name>) {
	let blockMs = 0;
	let last = performance.now();
	let building = true;
	const tick = () => {
		const now = performance.now();
		blockMs = Math.max(blockMs, now - last);
		last = now;
		if (building) nextTurn(tick);
	};
	nextTurn(tick);
	const before = performance.now();
	const bytes = await build(names);
	const buildMs = performance.now() - before;
	building = false;
	return { bytes, buildMs, blockMs: Math.max(blockMs, performance.now() - last) };
}

const channel = typeof setImmediate === 'function' ? null : new MessageChannel();

function nextTurn(then: () => void): void {
	if (!channel) {
		setImmediate(then);
		return;
	}
	channel.port1.onmessage = then;
	channel.port2.postMessage(null);
}
