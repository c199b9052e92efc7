/** Asks for the names in what was read: many texts a request, no text twice, none that cannot hold a name. */
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
	places: (Places | undefined)[];
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
	let texts = new Map<string, { job: Job; block: number }[]>();
	let size = 0;
	let most = FIRST;
	const asked: Promise<void>[] = [];

	const fill = (job: Job, block: number, places: Places) => {
		job.places[block] = places;
		if (--job.missing === 0) onDone(job.section, ledger.join(job.places as Places[]));
	};

	async function answer(wanted: typeof texts): Promise<void> {
		const list = [...wanted.keys()];
		const found = await ask(list);
		const packed = ledger.pack(found, list);
		for (const [i, wants] of [...wanted.values()].entries())
			for (const { job, block } of wants) fill(job, block, packed[i] ?? NONE);
		onAnswer();
	}

	function send() {
		if (texts.size === 0) return;
		const sent = answer(texts);
		// Awaited in `end`; until then nobody else hears of it.
		sent.catch(() => undefined);
		asked.push(sent);
		texts = new Map();
		size = 0;
		most = CHUNK;
	}

	function add({ section, blocks }: Fresh) {
		const job: Job = { section, places: [], missing: blocks.length };
		for (const [block, { text }] of blocks.entries()) {
			const old = LETTER.test(text) ? known(section.hashes[block] as number) : NONE;
			if (old) fill(job, block, old);
			else want(text, job, block);
		}
	}

	function want(text: string, job: Job, block: number) {
		const wants = texts.get(text);
		if (wants) return wants.push({ job, block });
		if (size + text.length > most || texts.size === MOST_TEXTS) send();
		texts.set(text, [{ job, block }]);
		size += text.length;
	}

	return {
		add,
		async end() {
			send();
			await Promise.all(asked);
		},
	};
}
