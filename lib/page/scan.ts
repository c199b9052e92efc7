/** Asks for the names in what was read: many texts a request, none that was known before, none that cannot hold a name. */
import { CHUNK } from '../messages/page.ts';
import type { Found } from '../names/page.ts';
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
	/** By block; nothing where there is no name. */
	names: (Packed | undefined)[];
	/** Requests that have not been answered. */
	missing: number;
}

/** Blocks of one section in one request. */
interface Run {
	job: Job;
	blocks: number[];
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
	/** Whose blocks the texts are, in their order. */
	let runs: Run[] = [];
	let size = 0;
	let most = FIRST;

	const lessOne = (job: Job) => {
		if (--job.missing === 0) onDone(job.section, ledger.join(job.names));
	};

	async function answer(list: string[], whose: readonly Run[]): Promise<void> {
		const packed = ledger.pack(await ask(list), list);
		let at = 0;
		for (const { job, blocks } of whose) {
			for (const block of blocks) {
				const names = packed[at];
				if (names) job.names[block] = names;
				if (settled) keepRecent(recent, list[at] as string, names ?? NONE);
				at++;
			}
			lessOne(job);
		}
		onAnswer();
	}

	function send() {
		if (texts.length === 0) return;
		const sent = answer(texts, runs);
		// Awaited in `end`; until then nobody else hears of it.
		sent.catch(() => undefined);
		asked.push(sent);
		texts = [];
		runs = [];
		size = 0;
		most = CHUNK;
	}

	return {
		add({ section, texts: own }) {
			const job: Job = { section, names: [], missing: 1 };
			let run: Run | null = null;
			for (let block = 0; block < own.length; block++) {
				const text = own[block] as string;
				if (text.length < CLOCK && !LETTER.test(text)) continue;
				const old = settled ? recent.get(text) : undefined;
				if (old) {
					job.names[block] = old;
					continue;
				}
				if (size + text.length > most || texts.length === MOST_TEXTS) {
					send();
					run = null;
				}
				if (!run) {
					run = { job, blocks: [] };
					runs.push(run);
					job.missing++;
				}
				run.blocks.push(block);
				texts.push(text);
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
