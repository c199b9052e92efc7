/**
 * What is known of the names on a page, in flat numbers: a long page has tens of thousands of them.
 * Touches nothing.
 */
import { BREAK } from '../messages/page.ts';
import type { Found, Seen, Span } from '../names/page.ts';
import { judge, KIND, kindAmong, PERSON } from '../names/page.ts';
import type { Section } from './sections.ts';

/** Numbers of one place: block of its section, start and end in it, kind, name, entity it means (-1: none). */
export const PLACE = 6;
/** Names of one section, runs of `PLACE`. */
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

type Four = [number, number, number, number];

export interface Doubt {
	section: Section;
	block: number;
}

const NONE: Places = new Int32Array(0);

export class Ledger {
	#names: Name[] = [];
	#byText = new Map<string, number[]>();
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

	/** What was found in each of the texts that `all` joins, as places in block 0; nothing where nothing was found. */
	pack(found: Found, all: string): (number[] | undefined)[] {
		const { marks } = found;
		const lists: number[][] = [];
		let from = 0;
		for (let i = 0, at = 0; i < marks.length; ) {
			const [text, start, end, kind] = [marks[i], marks[i + 1], marks[i + 2], marks[i + 3]] as Four;
			for (; at < text; at++) from = all.indexOf(BREAK, from) + 1;
			const name = this.#nameOf(all.slice(from + start, from + end), kind >= PERSON, found, i + 4);
			lists[text] ??= [];
			lists[text].push(0, start, end, kind & 3, name, -1);
			i += 5 + (marks[i + 4] as number);
		}
		return lists;
	}

	/** The number of what is known of these words. `from`: where in `marks` its bearers are counted. */
	#nameOf(text: string, person: boolean, { marks, ids }: Found, from: number): number {
		const count = marks[from] as number;
		const same = this.#byText.get(text) ?? [];
		for (const number of same) {
			const name = this.#names[number] as Name;
			if (name.person !== person || name.entities.length !== count) continue;
			if (name.entities.every((id, at) => id === ids[marks[from + 1 + at] as number])) return number;
		}
		const entities = marks.slice(from + 1, from + 1 + count).map((at) => ids[at] as string);
		const sole = count === 1 ? this.numberOf(entities[0] as string) : -1;
		const number = this.#names.push({ text, entities, person, sole }) - 1;
		this.#byText.set(text, [...same, number]);
		return number;
	}

	/** The places of a section out of those of its blocks. */
	join(blocks: readonly (readonly number[] | undefined)[]): Places {
		let size = 0;
		for (const places of blocks) size += places?.length ?? 0;
		if (size === 0) return NONE;
		const all = new Int32Array(size);
		let to = 0;
		for (let block = 0; block < blocks.length; block++) {
			const places = blocks[block] ?? [];
			for (let i = 0; i < places.length; i++) all[to++] = i % PLACE === BLOCK ? block : (places[i] as number);
		}
		return all;
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
		if (this.#allCertain(sections, placesOf)) return;
		const windows = this.#windows(sections, placesOf);
		for (const [n, window] of windows.entries()) {
			const before = new Map<string, Seen>();
			const behind = new Map<string, Seen>();
			// One certain name of each entity stands for the other windows: the nearest.
			for (let w = 0; w < n; w++) for (const seen of certainOf(windows[w] ?? [])) before.set(seen.text, seen);
			for (let w = windows.length - 1; w > n; w--)
				for (const seen of [...certainOf(windows[w] ?? [])].reverse()) behind.set(seen.text, seen);
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
				while (block < (places[at + BLOCK] as number)) blockAt += (section.lengths[block++] ?? 0) + 1;
				window.push({ section, places, at, seen: this.#seen(places, at, blockAt) });
			}
			for (const length of section.lengths) from += length + 1;
			if (window.length >= WINDOW) {
				windows.push(window);
				window = [];
			}
		}
		if (window.length > 0) windows.push(window);
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
