/** Sentences with the names that annotators marked, from gzipped IOB2. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

export interface Sentence {
	/** Place in the file, from 1. */
	number: number;
	text: string;
	/** [start, end] in UTF-16 units. */
	gold: [number, number][];
}

export function sentencesOf(path: string): Sentence[] {
	const blocks = gunzipSync(readFileSync(path)).toString('utf8').split(/\n\n+/);
	return blocks
		.map((block) => block.split('\n'))
		.filter((lines) => lines.some((line) => line.startsWith('# text = ')))
		.map((lines, at) => sentence(lines, at + 1));
}

function sentence(lines: readonly string[], number: number): Sentence {
	const text = lines.find((line) => line.startsWith('# text = '))?.slice('# text = '.length) ?? '';
	const gold: [number, number][] = [];
	let cursor = 0;
	for (const line of lines) {
		if (line.startsWith('#') || line.trim() === '') continue;
		const [, token = '', tag = 'O'] = line.split('\t');
		const start = text.indexOf(token, cursor);
		if (start < 0) continue;
		cursor = start + token.length;
		const last = gold.at(-1);
		if (tag.startsWith('B')) gold.push([start, cursor]);
		else if (tag.startsWith('I') && last) last[1] = cursor;
	}
	return { number, text, gold };
}
