/** Texts of ours in tests/texts, see its README. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Answer, answer, type Pack } from '../../support/pack.ts';
import { type Score, score } from './score.ts';

export interface GoldText {
	name: string;
	lang: string;
	published?: string;
	title: string;
	body: string;
	event: string | null;
	mentions?: string[];
	claims?: string[];
	near?: string[];
	states?: Record<string, string>;
}

export interface Read {
	text: GoldText;
	answer: Answer;
	score: Score;
	/** States that are not as expected. */
	states: string[];
}

export function textsIn(folder: string): GoldText[] {
	const path = join('tests/texts', folder);
	if (!existsSync(path)) return [];
	return readdirSync(path)
		.filter((file) => file.endsWith('.yaml'))
		.sort()
		.map((file) => ({ name: `${folder}/${file}`, ...parse(readFileSync(join(path, file), 'utf8')) }));
}

export async function readText(pack: Pack, text: GoldText): Promise<Read> {
	const lines = text.body.split('\n').filter((line) => line.trim() !== '');
	const answered = await answer(pack, {
		title: text.title,
		published: String(text.published ?? ''),
		blocks: [{ role: 'title', text: text.title }, ...lines.map((line) => ({ role: 'body', text: line }))],
	});
	const states = new Map(answered.comparison?.claims.map(({ claim, state }) => [claim, state]));
	return {
		text,
		answer: answered,
		score: score(answered.comparison, { claims: new Set(text.claims), near: new Set(text.near) }),
		states: Object.entries(text.states ?? {})
			.filter(([claim, state]) => states.get(claim) !== state)
			.map(([claim, state]) => `${claim}: ${states.get(claim) ?? 'left out'}, not ${state}`),
	};
}
