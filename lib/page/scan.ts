/** Asks for the names in what was read: many texts a request, none that was known before, none that cannot hold a name. */
import { CHUNK } from '../messages/page.ts';
import type { Found } from '../names/page.ts';
import type { Ledger, Places } from './ledger.ts';
import type { Fresh, Section } from './sections.ts';

/** The first request is small, so that the first marks come soon. UTF-16 units. */
const FIRST = CHUNK / 3;
const MOST_TEXTS = 10_000;
/** A name needs a letter; a clock has none, and need not wake anybody. */
const LETTER = /\p{L}/u;
const NONE: Places = new Int32Array(0);

interface Job {
	section: Section;
	places: Places[];
	missing: number;
}

export interface Scan {
	add(fresh: Fresh): void;
	/** Sends what is left, and waits for all answers. Rejects when one failed. */
	end(): Promise<void>;
}

/** `known` answers for a text that was read before; `onDone` gets each section with its names. */
export function startScan(
	ledger: Ledger,
	ask: (texts: string[]) => Promise<Found>,
	known: (hash: number) => Places | undefined,
	onDone: (section: Section, places: Places) => void,
	onAnswer: () => void,
): Scan {
	let texts: string[] = [];
	/** Whose each text is, in the same order. */
	let jobs: Job[] = [];
	let blocks: number[] = [];
	let size = 0;
	let most = FIRST;
	const asked: Promise<void>[] = [];

	const fill = (job: Job, block: number, places: Places) => {
		job.places[block] = places;
		if (--job.missing === 0) onDone(job.section, ledger.join(job.places));
	};

	async function answer(list: string[], whose: Job[], which: number[]): Promise<void> {
		const found = await ask(list);
		const packed = ledger.pack(found, list);
		for (const [i, job] of whose.entries()) fill(job, which[i] as number, packed[i] ?? NONE);
		onAnswer();
	}

	function send() {
		if (texts.length === 0) return;
		const sent = answer(texts, jobs, blocks);
		// Awaited in `end`; until then nobody else hears of it.
		sent.catch(() => undefined);
		asked.push(sent);
		texts = [];
		jobs = [];
		blocks = [];
		size = 0;
		most = CHUNK;
	}

	function add(fresh: Fresh) {
		const { section } = fresh;
		const job: Job = { section, places: [], missing: fresh.blocks.length };
		for (const [block, { text }] of fresh.blocks.entries()) {
			const old = LETTER.test(text) ? known(section.hashes[block] as number) : NONE;
			if (old) {
				fill(job, block, old);
				continue;
			}
			if (size + text.length > most || texts.length === MOST_TEXTS) send();
			texts.push(text);
			jobs.push(job);
			blocks.push(block);
			size += text.length;
		}
	}

	return {
		add,
		async end() {
			send();
			await Promise.all(asked);
		},
	};
}
