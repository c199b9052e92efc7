/**
 * `npm run bench -- names [aliases …]`: the names index by number of aliases, against other ways, in the same run.
 * Writes .output/bench/names.json.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { type Figures, hardBytesPerAlias, measure } from './names/measure.ts';

const SIZES = [100, 10_000, 100_000, 1_000_000];
const TARGET = new URL('../../.output/bench/', import.meta.url);

interface Bar {
	name: string;
	value: number;
	asked: string;
	holds: boolean;
}

export default async function names(args: string[]): Promise<void> {
	const sizes = args.length > 0 ? args.map(Number) : SIZES;
	const figures: Figures[] = [];
	for (const aliases of sizes) {
		figures.push(await measure(aliases));
		console.log(`${aliases} measured`);
	}
	const hardest = Math.max(...sizes);
	const hard = { aliases: hardest, bytesPerAlias: await hardBytesPerAlias(hardest) };
	const bars = barsOf(figures, hard.bytesPerAlias);
	print(figures, bars);
	mkdirSync(TARGET, { recursive: true });
	writeFileSync(
		new URL('names.json', TARGET),
		JSON.stringify({ figures: { node: figures, hard }, bars }, null, '\t'),
	);
}

function barsOf(figures: readonly Figures[], hardBytes: number): Bar[] {
	const bars: Bar[] = [];
	const bar = (name: string, value: number, sign: '≥' | '≤', limit: number) =>
		bars.push({
			name,
			value,
			asked: `${sign} ${limit}`,
			holds: sign === '≥' ? value >= limit : value <= limit,
		});
	for (const { aliases, speed, bytesPerAlias, blockMs, loadMs } of figures) {
		const times = (lang: 'zh' | 'en', one: string, other: string) =>
			(speed[lang][one] ?? 0) / (speed[lang][other] ?? 1);
		if (aliases === 10_000) {
			const rival = Math.min(
				times('zh', 'sidelight', 'modern-ahocorasick'),
				times('zh', 'sidelight', 'modern-ahocorasick, all'),
			);
			bar('10 k, zh: times modern-ahocorasick at its best', rival, '≥', 15);
		}
		if (aliases === 1_000_000) {
			bar('1 M, zh: times slower than reading', times('zh', 'read every unit', 'sidelight'), '≤', 9);
			bar('1 M, en: times slower than reading', times('en', 'read every unit', 'sidelight'), '≤', 9);
			bar('1 M: bytes an alias', bytesPerAlias, '≤', 18);
			bar('1 M, hard: bytes an alias', hardBytes, '≤', 32);
			bar('1 M: longest block while building, ms', blockMs, '≤', 50);
			bar('1 M: load, ms', loadMs, '≤', 60);
		}
	}
	return bars;
}

function print(figures: readonly Figures[], bars: readonly Bar[]): void {
	const round = (value: number) => Number(value.toPrecision(3));
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
	console.table(bars.map((bar) => ({ ...bar, value: round(bar.value) })));
}
