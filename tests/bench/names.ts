/**
 * `npm run bench -- names [aliases …] [chromium|firefox …]`: the names index by number of aliases, against other ways, in
 * the same run.
 * Writes .output/bench/names.json.
 */
import type { Kind } from '../../tools/browser/find.ts';
import { ensureBuilt } from '../../tools/read/built.ts';
import { articleTrip } from './names/article.ts';
import { type BrowserFigures, measureBrowser } from './names/browser.ts';
import { type Figures, hardBytesPerAlias, measure } from './names/measure.ts';
import { type Bar, bar, report } from './support/report.ts';

const SIZES = [100, 10_000, 100_000, 1_000_000];
const KINDS: Kind[] = ['chromium', 'firefox'];

export default async function names(args: string[]): Promise<void> {
	const isKind = (arg: string): arg is Kind => (KINDS as string[]).includes(arg);
	const kinds = args.filter(isKind);
	const given = args.filter((arg) => !isKind(arg)).map(Number);
	const sizes = given.length > 0 ? given : SIZES;
	const figures: Figures[] = [];
	for (const aliases of sizes) {
		figures.push(await measure(aliases));
		console.log(`${aliases} measured`);
	}
	const hardest = Math.max(...sizes);
	const hard = { aliases: hardest, bytesPerAlias: await hardBytesPerAlias(hardest) };
	const bars = barsOf(figures, hard.bytesPerAlias);
	print(figures);
	ensureBuilt();
	const browsers: Record<string, BrowserFigures[]> = {};
	const trips: Record<string, unknown> = {};
	for (const kind of kinds.length > 0 ? kinds : KINDS) {
		const measured: BrowserFigures[] = [];
		for (const aliases of sizes) measured.push(await measureBrowser(kind, aliases));
		browsers[kind] = measured;
		printBrowser(kind, measured);
		bars.push(...browserBars(kind, measured));
		const trip = await articleTrip(kind);
		trips[kind] = trip;
		console.log(
			`${kind}, the built extension: 20,000 characters out and back ${trip.articleMs.toFixed(1)} ms; an empty text ${trip.emptyMs.toFixed(1)} ms`,
		);
		bars.push(bar(`${kind}: 20,000 characters out, mentions back, awake, ms`, trip.articleMs, '≤', 15));
	}
	report('names', { node: figures, hard, browsers, trips }, bars);
}

function barsOf(figures: readonly Figures[], hardBytes: number): Bar[] {
	const bars: Bar[] = [];
	const add = (...of: Parameters<typeof bar>) => bars.push(bar(...of));
	for (const { aliases, speed, bytesPerAlias, blockMs, loadMs } of figures) {
		const times = (lang: 'zh' | 'en', one: string, other: string) =>
			(speed[lang][one] ?? 0) / (speed[lang][other] ?? 1);
		if (aliases === 10_000) {
			const rival = Math.min(
				times('zh', 'sidelight', 'modern-ahocorasick'),
				times('zh', 'sidelight', 'modern-ahocorasick, all'),
			);
			add('10 k, zh: times modern-ahocorasick at its best', rival, '≥', 15);
		}
		if (aliases === 1_000_000) {
			add('1 M, zh: times slower than reading', times('zh', 'read every unit', 'sidelight'), '≤', 9);
			add('1 M, en: times slower than reading', times('en', 'read every unit', 'sidelight'), '≤', 9);
			add('1 M: bytes an alias', bytesPerAlias, '≤', 18);
			add('1 M, hard: bytes an alias', hardBytes, '≤', 32);
			add('1 M: longest block while building, ms', blockMs, '≤', 50);
			add('1 M: load, ms', loadMs, '≤', 60);
		}
	}
	return bars;
}

function browserBars(kind: Kind, figures: readonly BrowserFigures[]): Bar[] {
	const last = figures.at(-1);
	if (last?.aliases !== 1_000_000) return [];
	const slower = (lang: 'zh' | 'en') =>
		(last.speed[lang]['read every unit'] ?? 0) / (last.speed[lang].sidelight ?? 1);
	return [
		bar(`${kind}, 1 M, zh: times slower than reading`, slower('zh'), '≤', 8),
		bar(`${kind}, 1 M, en: times slower than reading`, slower('en'), '≤', 8),
		bar(`${kind}, 1 M: cold load, ms`, last.coldLoadMs, '≤', 60),
		bar(`${kind}, 1 M: first answer from a dead worker, ms`, last.firstAnswerMs, '≤', 150),
		bar(`${kind}, 1 M: longest block while building, ms`, last.blockMs, '≤', 50),
	];
}

const round = (value: number) => Number(value.toPrecision(3));

function print(figures: readonly Figures[]): void {
	console.table(
		figures.map(({ aliases, keys, buildMs, blockMs, bytesPerAlias, loadMs, density }) => ({
			aliases,
			keys,
			'build ms': round(buildMs),
			'longest block ms': round(blockMs),
			'bytes/alias': round(bytesPerAlias),
			'load ms': round(loadMs),
			'names/1000 zh': round(density.zh),
			'names/1000 en': round(density.en),
		})),
	);
	for (const lang of ['zh', 'en'] as const) {
		console.log(`${lang}, million units a second`);
		const row = ({ aliases, speed }: Figures) => ({
			aliases,
			...Object.fromEntries(Object.entries(speed[lang]).map(([name, value]) => [name, round(value)])),
		});
		console.table(figures.map(row));
	}
}

function printBrowser(kind: Kind, figures: readonly BrowserFigures[]): void {
	console.log(`${kind}, in the background of an extension; ms are medians of nine`);
	console.table(
		figures.map(({ speed, ...rest }) => ({
			...Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, round(value)])),
			'zh Mchar/s': round(speed.zh.sidelight ?? 0),
			'zh reading': round(speed.zh['read every unit'] ?? 0),
			'en Mchar/s': round(speed.en.sidelight ?? 0),
			'en reading': round(speed.en['read every unit'] ?? 0),
		})),
	);
}
