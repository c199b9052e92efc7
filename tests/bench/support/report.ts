/** What every bench gives: figures, and the bars they were asked to clear. Writes .output/bench/<name>.json. */
import { mkdirSync, writeFileSync } from 'node:fs';

export interface Bar {
	name: string;
	value: number;
	asked: string;
	holds: boolean;
}

export function bar(name: string, value: number, sign: '≥' | '≤', limit: number, unit = ''): Bar {
	return {
		name,
		value: Math.round(value * 1000) / 1000,
		asked: `${sign} ${limit}${unit ? ` ${unit}` : ''}`,
		holds: sign === '≥' ? value >= limit : value <= limit,
	};
}

/** Prints the bars as a table and keeps everything as JSON. */
export function report(name: string, figures: unknown, bars: readonly Bar[]): void {
	const wide = Math.max(10, ...bars.map((one) => one.name.length));
	console.log('');
	for (const { name: what, value, asked, holds } of bars) {
		console.log(
			`${what.padEnd(wide)}  ${String(value).padStart(9)}   asked ${asked.padEnd(12)} ${holds ? 'holds' : 'DOES NOT HOLD'}`,
		);
	}
	mkdirSync('.output/bench', { recursive: true });
	writeFileSync(`.output/bench/${name}.json`, `${JSON.stringify({ figures, bars }, null, '\t')}\n`);
	console.log(`\n.output/bench/${name}.json`);
}

export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2
		? (sorted[middle] as number)
		: ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}
