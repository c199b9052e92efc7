/** The five documents, each compared with the model without itself. */
import { readFileSync } from 'node:fs';
import { documentText } from '../../browser/support/pages.ts';
import { type Answer, answer, type GivenText, type Pack } from '../../support/pack.ts';
import { type Score, score } from './score.ts';

interface Gold {
	boilerplate: [number, number][];
	claims: [string, number, number][];
}

export interface Document {
	number: string;
	article: string;
	event: string;
	/** ISO day, as the document tells it; '' where it does not. */
	published: string;
}

export const DOCUMENTS: Document[] = [
	{ number: '000', article: 'oriental-2023-09-14', event: 'vostochny-2023', published: '' },
	{ number: '001', article: 'dw-2023-09-13', event: 'vostochny-2023', published: '2023-09-13' },
	{ number: '002', article: 'visiontimes-2023-09-14', event: 'vostochny-2023', published: '2023-09-14' },
	{ number: '003', article: 'oriental-2024-06-19', event: 'pyongyang-2024', published: '' },
	{ number: '004', article: 'rfi-2023-09-14', event: 'vostochny-2023', published: '2023-09-14' },
];

/** `whole`: with the document left in the model, as its readers meet it: recognised as the pack's own article. */
export async function compareDocument(
	pack: Pack,
	{ number, article, published }: Document,
	whole = false,
): Promise<{ answer: Answer; score: Score; text: GivenText }> {
	const raw = documentText(number);
	const { boilerplate, claims } = JSON.parse(readFileSync(`tests/gold/${number}.json`, 'utf8')) as Gold;
	const lines = linesOf(raw).filter(({ at }) => !boilerplate.some(([from, to]) => at >= from && at < to));
	const text = {
		title: lines[0]?.text ?? '',
		published,
		blocks: lines.map((line, i) => ({ role: i === 0 ? 'title' : 'body', text: line.text })),
	};
	const answered = await answer(pack, text, whole ? undefined : article);
	const alone = pack.records.claims.filter(({ reports }) => reports.every((one) => one.article === article));
	return {
		answer: answered,
		text,
		score: score(answered.comparison, {
			claims: new Set(claims.map(([id]) => id)),
			unlisted: new Set(alone.map(({ id }) => id)),
		}),
	};
}

/** Lines of a document without markup, as its page shows them, each with its place in the file. */
export function linesOf(raw: string): { text: string; at: number }[] {
	const lines: { text: string; at: number }[] = [];
	let at = 0;
	for (const line of raw.split(/\n|(?=<p>)|(?<=<\/p>)/)) {
		const text = line.replace(/<!--.*?-->|<[^>]*>/g, '').trim();
		if (text) lines.push({ text, at });
		at = raw.indexOf(line, at) + line.length;
	}
	return lines;
}
