/**
 * What is known of the names on a page, in flat numbers: a long page has tens of thousands of them.
 * Touches nothing.
 */
import type { Scanned } from '../messages/page.ts';
import type { Found, Seen, Span } from '../names/page.ts';
import { judge, KIND, kindAmong, PLACE } from '../names/page.ts';
import type { Section } from './sections.ts';

/** Names of one section, runs of `PLACE`: block of the section, start and end in it, kind, name, entity it means (-1: none). */
export type Places = Int32Array;
const [BLOCK, START, END, OF_KIND, NAME, MEANS] = [0, 1, 2, 3, 4, 5] as const;

/** Candidates weighed at one time; the others are spoken for by one certain name of each entity. */
const WINDOW = 4000;

interface Name {
	text: string;
	entities: string[];
	person: boolean;
	/** The number of its only bearer; -1 when there are more. */
	sole: number;
}

export interface Doubt {
	section: Section;
	block: number;
}

const NONE: Places = new Int32Array(0);

export class Ledger {
	#names: Name[] = [];
	#byKey = new Map<string, number>();
	#entities: string[] = [];
	#entityNumbers = new Map<string, number>();

	entity(number: number): string {
		return this.#entities[number] as string;
	}

	numberOf(entity: string): number {
		let number = this.#entityNumbers.get(entity);
		if (number === undefined) {
			number = this.#entities.push(entity) - 1;
			this.#entityNumbers.set(entity, number);
		}
		return number;
	}

	/** What was found in some texts, as places in their order. Their blocks are the texts, by number. */
	pack({ marks, names, ids }: Pick<Scanned, 'marks' | 'names' | 'ids'>): Places {
		const numbers = names.map((name) => this.#known(name, ids));
		const places = new Int32Array(marks);
		for (let at = NAME; at < places.length; at += PLACE) places[at] = numbers[places[at] as number] as number;
		return places;
	}

	/** The number of what is known of a name. */
	#known({ text, person, bearers }: Found['names'][number], ids: readonly string[]): number {
		const entities = bearers.map((at) => ids[at] as string);
		const key = JSON.stringify([text, person, entities]);
		let number = this.#byKey.get(key);
		if (number === undefined) {
			const sole = entities.length === 1 ? this.numberOf(entities[0] as string) : -1;
			number = this.#names.push({ text, entities, person, sole }) - 1;
			this.#byKey.set(key, number);
		}
		return number;
	}

	/** Whether its words still stand there. */
	stands({ start, name }: At, text: string): boolean {
		return text.startsWith((this.#names[name] as Name).text, start);
	}

	/** Part of a stranger's name is nobody's; other doubts of that block are lifted. */
	lift(places: Places, block: number, strangers: readonly Span[]) {
		for (let i = 0; i < places.length; i += PLACE) {
			if (places[i + BLOCK] !== block) continue;
			const kind = places[i + OF_KIND] as Seen['kind'];
			const [start, end] = [places[i + START] as number, places[i + END] as number];
			places[i + OF_KIND] = kindAmong({ start, end, kind }, strangers);
		}
	}

	/**
	 * Decides which entity each place means, by the evidence of all sections. Yields between windows.
	 * `doubts` is told of blocks whose strangers would help.
	 */
	*weigh(
		sections: readonly Section[],
		placesOf: (section: Section) => Places | undefined,
		doubts: Doubt[],
	): Generator<void> {
		const windows = this.#allCertain(sections, placesOf) ? [] : this.#windows(sections, placesOf);
		for (const [n, window] of windows.entries()) {
			const before = new Map<string, Seen>();
			const behind = new Map<string, Seen>();
			// One certain name of each entity stands for the other windows: the nearest.
			for (let w = 0; w < n; w++)
				for (const seen of certainOf(windows[w] as Weighed[])) before.set(seen.text, seen);
			for (let w = windows.length - 1; w > n; w--)
				for (const seen of [...certainOf(windows[w] as Weighed[])].reverse()) behind.set(seen.text, seen);
			const byPlace = (a: Seen, b: Seen) => a.at - b.at;
			const first = [...before.values()].sort(byPlace);
			const list = [...first, ...window.map(({ seen }) => seen), ...[...behind.values()].sort(byPlace)];
			const verdicts = judge(list);
			for (const [i, { places, at, section }] of window.entries()) {
				const verdict = verdicts[first.length + i];
				if (!verdict) continue;
				places[at + MEANS] = verdict.entity === null ? -1 : this.numberOf(verdict.entity);
				if (verdict.entity === null && verdict.why === 'doubtful')
					doubts.push({ section, block: places[at + BLOCK] as number });
			}
			yield;
		}
	}

	/** What is certain by itself needs no evidence. false: there is more. */
	#allCertain(sections: readonly Section[], placesOf: (section: Section) => Places | undefined): boolean {
		let all = true;
		for (const section of sections) {
			const places = placesOf(section) ?? NONE;
			for (let at = 0; at < places.length; at += PLACE) {
				const { sole } = this.#names[places[at + NAME] as number] as Name;
				if (sole >= 0 && places[at + OF_KIND] === KIND.strong) places[at + MEANS] = sole;
				else all = false;
			}
		}
		return all;
	}

	#windows(sections: readonly Section[], placesOf: (section: Section) => Places | undefined): Weighed[][] {
		const windows: Weighed[][] = [];
		let window: Weighed[] = [];
		let from = 0;
		for (const section of sections) {
			const places = placesOf(section) ?? NONE;
			let block = 0;
			let blockAt = from;
			for (let at = 0; at < places.length; at += PLACE) {
				while (block < (places[at + BLOCK] as number)) blockAt += (section.lengths[block++] as number) + 1;
				window.push({ section, places, at, seen: this.#seen(places, at, blockAt) });
			}
			for (const length of section.lengths) from += length + 1;
			if (window.length >= WINDOW) {
				windows.push(window);
				window = [];
			}
		}
		if (window.length) windows.push(window);
		return windows;
	}

	#seen(places: Places, at: number, blockAt: number): Seen {
		const { text, entities, person } = this.#names[places[at + NAME] as number] as Name;
		const kind = places[at + OF_KIND] as Seen['kind'];
		const start = places[at + START] as number;
		return {
			block: places[at + BLOCK] as number,
			start,
			end: places[at + END] as number,
			kind,
			person,
			entities,
			at: blockAt + start,
			text,
			certain: kind === KIND.strong && entities.length === 1,
		};
	}
}

interface Weighed {
	section: Section;
	places: Places;
	at: number;
	seen: Seen;
}

function* certainOf(window: readonly Weighed[]): Generator<Seen> {
	for (const { seen } of window) if (seen.certain) yield seen;
}

/** One place, unpacked. */
export interface At {
	/** Its number among the places of its section. */
	place: number;
	block: number;
	start: number;
	end: number;
	/** The number of its words. */
	name: number;
	/** -1: none. */
	entity: number;
}

/** Block and entity alone, by number of the place: for those who ask often. */
export const blockOf = (places: Places, place: number) => places[place * PLACE + BLOCK] as number;
export const entityOf = (places: Places, place: number) => places[place * PLACE + MEANS] as number;
export const countOf = (places: Places) => places.length / PLACE;

/** Those from `at` on whose blocks come before `end`, with the numbers of these moved. In the same memory. */
export function takeUntil(places: Places, at: number, end: number, by: number): Places {
	let to = at;
	for (; to < places.length && (places[to + BLOCK] as number) < end; to += PLACE)
		places[to + BLOCK] = (places[to + BLOCK] as number) + by;
	return places.subarray(at, to);
}

/** A copy, all of it in one block. */
export function copyTo(places: Places, block: number): Places {
	const copy = places.slice();
	for (let at = BLOCK; at < copy.length; at += PLACE) copy[at] = block;
	return copy;
}

/** One after the other; some may be missing. */
export const joined = (parts: readonly Places[]): Places =>
	parts.length === 1 ? (parts[0] as Places) : Int32Array.from(parts.flatMap((part) => [...part]));

export function* placesIn(places: Places): Generator<At> {
	for (let i = 0; i < places.length; i += PLACE) {
		yield {
			place: i / PLACE,
			block: places[i + BLOCK] as number,
			start: places[i + START] as number,
			end: places[i + END] as number,
			name: places[i + NAME] as number,
			entity: places[i + MEANS] as number,
		};
	}
}
