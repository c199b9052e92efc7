/** Asks for the names in what was read: many texts a request, none that was known before, none that cannot hold a name. */
import { BREAK, CHUNK, MESSAGE, type Scanned } from '../messages/page.ts';
import { copyTo, joined, type Ledger, type Places, takeUntil } from './ledger.ts';
import type { Fresh, Section } from './sections.ts';

/** The first request is small, so that the first marks come soon. UTF-16 units. */
const FIRST = CHUNK / 6;
/** A name needs a letter; a clock has none, and need not wake anybody. Longer texts have some. UTF-16 units. */
const LETTER = /\p{L}/u;
const CLOCK = 30;
/** Names of so many texts are kept, none of them longer than this, UTF-16 units. */
const MOST_RECENT = 400;
const LONG = 1000;

interface Job {
	section: Section;
	/** By the first block of theirs. */
	parts: Places[];
	/** Requests that have not been answered. */
	missing: number;
}

/** Blocks of one section in one part of a request: the first of them, and how many; 0 where it is markup. */
interface Run {
	job: Job;
	text: string;
	block: number;
	count: number;
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
	ask: (parts: string[]) => Promise<Omit<Scanned, 'closing'>>,
	onDone: (section: Section, places: Places) => void,
	onAnswer: () => void,
): Scan {
	/** Names by text, of a page that was read once: lists put the same text back. Copies, in which nothing is decided. */
	const recent = new Map<string, Places>();
	let settled = false;
	const asked: Promise<void>[] = [];
	let parts: string[] = [];
	/** Whose blocks they are, in their order. */
	let runs: Run[] = [];
	let size = 0;
	let most = FIRST;

	const lessOne = (job: Job) => {
		if (--job.missing === 0) onDone(job.section, joined(job.parts));
	};

	async function answer(list: string[], whose: readonly Run[]): Promise<void> {
		const found = await ask(list);
		const places = ledger.pack(found);
		let [at, first] = [0, 0];
		for (const { job, text, block, count: known } of whose) {
			const { section } = job;
			if (!known) section.lengths = found.cut.shift() ?? [];
			const count = known || section.lengths.length;
			const part = takeUntil(places, at, first + count, block - first);
			if (settled && known) keepRecent(recent, text, copyTo(part, 0));
			job.parts[block] = part;
			at += part.length;
			first += count;
			lessOne(job);
		}
		onAnswer();
	}

	function send() {
		if (!parts.length) return;
		const sent = answer(parts, runs);
		// Awaited in `end`; until then nobody else hears of it.
		sent.catch(() => undefined);
		asked.push(sent);
		parts = [];
		runs = [];
		size = 0;
		most = CHUNK;
	}

	return {
		add({ section, text: all }) {
			const job: Job = { section, parts: [], missing: 1 };
			const { length } = section.lengths;
			// Of a page that is read for the first time each section is one text.
			const texts = length && (settled || all.length > MESSAGE) ? all.split(BREAK) : [all];
			texts.forEach((text, block) => {
				if (text.length < CLOCK && !LETTER.test(text)) return;
				const old = settled ? recent.get(text) : undefined;
				if (old) {
					job.parts[block] = copyTo(old, block);
					return;
				}
				if (size + text.length > most) send();
				job.missing++;
				runs.push({ job, text, block, count: length / texts.length });
				if (!length) parts.push('');
				parts.push(text);
				size += text.length + 1;
			});
			lessOne(job);
		},
		async end() {
			send();
			await Promise.all(asked.splice(0));
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
