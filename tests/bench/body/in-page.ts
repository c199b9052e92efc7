/** What runs in each page of `bench -- body`: our reading and Readability's, side by side. Bundled by ../body.ts. */
import { Readability } from '@mozilla/readability';
import { readBlocks } from '../../../lib/page/blocks.ts';
import { rolesOf } from '../../../lib/page/roles.ts';
import { closes } from '../../../lib/text/closing.ts';

const ROUNDS = 9;

export interface PageRead {
	ours: string;
	readability: string;
	blocks: { role: string; text: string; linked: number }[];
	/** ms for roles alone, of text already read; median of nine. */
	rolesMs: number;
	/** Of HTML, UTF-16. */
	units: number;
}

function read(): PageRead {
	const blocks = document.body?.firstChild
		? readBlocks(document.body.firstChild, null, { block: document.body, linked: false })
		: [];
	const times: number[] = [];
	let roles = rolesOf(blocks, document.title, { has: closes });
	for (let i = 0; i < ROUNDS; i++) {
		const before = performance.now();
		roles = rolesOf(blocks, document.title, { has: closes });
		times.push(performance.now() - before);
	}
	const rolesMs = times.sort((a, b) => a - b)[ROUNDS >> 1] ?? 0;
	const ours = blocks.filter((_, i) => roles[i] === 'body' || roles[i] === 'caption').map(({ text }) => text);
	const parsed = new Readability(document.cloneNode(true) as Document).parse();
	return {
		ours: ours.join('\n'),
		readability: parsed?.textContent ?? '',
		blocks: blocks.map(({ text, linked }, i) => ({ role: roles[i] ?? '', text: text.slice(0, 60), linked })),
		rolesMs,
		units: document.documentElement.outerHTML.length,
	};
}

(globalThis as unknown as { readPage: () => PageRead }).readPage = read;
