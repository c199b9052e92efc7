/** Asks for the names in what was read: many texts a request, none that was known before, none that cannot hold a name. */
import { CHUNK } from '../messages/page.ts';
import type { Found } from '../names/page.ts';
import type { TextBlock } from './blocks.ts';
import type { Ledger, Places } from './ledger.ts';
import type { Fresh, Section } from './sections.ts';

/** The first request is small, so that the first marks come soon. UTF-16 units. */
const FIRST = CHUNK / 3;
const MOST_TEXTS = 10_000;
/** A name needs a letter; a clock has none, and need not wake anybody. Longer texts have some. UTF-16 units. */
const LETTER = /\p{L}/u;
const CLOCK = 30;
const NONE: Packed = [];
/** Names of so many texts are kept, none of them longer than this, UTF-16 units. */
const MOST_RECENT = 400;
const LONG = 1000;

/** Names in one text, as the ledger packs them. */
type Packed = readonly number[];

interface Job {
	section: Section;
	/** By block. */
	names: (Packed | undefined)[];
	missing: number;
}

export interface Scan {
	add(fresh: Fresh): void;
	/** Sends what is left, and waits for all answers. Rejects when one failed. */
	end(): Promise<void>;
	/** The packs say something else now. */
	forget(): void;
}

/** `onDone` gets each section with its names. */
export function createScan(
	ledger: Ledger,
	ask: (texts: string[]) => Promise<Found>,
	onDone: (section: Section, places: Places) => void,
	onAnswer: () => void,
): Scan {
	/** Names by text, of a page that was read once: lists put the same text back. */
	const recent = new Map<string, Packed>();
	let settled = false;
	let asked: Promise<void>[] = [];
	let texts: string[] = [];
	/** Whose block each text is, and which. */
	let jobs: Job[] = [];
	let blocks: number[] = [];
	let size = 0;
	let most = FIRST;

	const lessOne = (job: Job) => {
		if (--job.missing === 0) onDone(job.section, ledger.join(job.names));
	};

	async function answer(list: string[], whose: readonly Job[], which: readonly number[]): Promise<void> {
		const packed = ledger.pack(await ask(list), list);
		for (const [i, job] of whose.entries()) {
			const names = packed[i] ?? NONE;
			if (settled) keepRecent(recent, list[i] as string, names);
			job.names[which[i] as number] = names;
			lessOne(job);
		}
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

	return {
		add(fresh) {
			const job: Job = { section: fresh.section, names: [], missing: 1 };
			for (let block = 0; block < fresh.blocks.length; block++) {
				const { text } = fresh.blocks[block] as TextBlock;
				const old = text.length < CLOCK && !LETTER.test(text) ? NONE : settled ? recent.get(text) : undefined;
				job.names.push(old);
				if (old) continue;
				if (size + text.length > most || texts.length === MOST_TEXTS) send();
				job.missing++;
				texts.push(text);
				jobs.push(job);
				blocks.push(block);
				size += text.length;
			}
			lessOne(job);
		},
		async end() {
			send();
			const all = asked;
			asked = [];
			await Promise.all(all);
			settled = true;
		},
		forget: () => recent.clear(),
	};
}

/** Forgets the oldest. */
export function keepRecent<T>(recent: Map<string, T>, text: string, what: T) {
	if (text.length > LONG) return;
	recent.set(text, what);
	for (const [old] of recent) {
		if (recent.size <= MOST_RECENT) break;
		recent.delete(old);
	}
}
