/** Joins text nodes to blocks, white space collapsed. Touches nothing. */
import type { Segment, TextBlock } from './blocks.ts';

/** A block is cut here at the latest, before that at the last mark of punctuation or space. UTF-16 units. */
export const LONGEST = 16_000;
/** White space that is more than one space between two words; at the ends even one is. DEL is nothing to see. */
const LOOSE = /[\t\n\r\f\x7f]| {2}/;
const loose = (text: string) => text.startsWith(' ') || text.endsWith(' ') || LOOSE.test(text);
/** A stretch without. */
const EVEN = /[^\t\n\r\f\x7f ]+(?: [^\t\n\r\f\x7f ]+)*/g;
const HAN = /\p{Script=Han}|[\u3000-\u303f\uff00-\uffef]/u;
const STOP = /[\s。！？；，、,.;:!?]/;
/** A stop is looked for so far back, UTF-16 units. */
const BACK = 400;

/** One block as it is: short enough, its white space single and inside. */
export const tidy = (text: string): boolean => text !== '' && text.length <= LONGEST && !loose(text);

export class BlockWriter {
	#done: TextBlock[] = [];
	/** Units of the blocks that ended since the last `take`, and of the one that is open. */
	size = 0;
	#text = '';
	#segments: Segment[] = [];
	#linked = 0;
	#element: Element | null = null;
	/** White space that waits for a character after it. */
	#space: { node: Text; from: number; line: boolean } | null = null;
	#last = '';

	/** A block has begun and not ended. */
	get open(): boolean {
		return this.#text !== '';
	}

	/** The blocks since the last call; ends the one that is open. */
	take(): TextBlock[] {
		this.end();
		const done = this.#done;
		this.#done = [];
		this.size = 0;
		return done;
	}

	/** A block made elsewhere; none may be open. */
	put(block: TextBlock) {
		this.#done.push(block);
		this.size += block.text.length;
	}

	/** `data` stands at `from` in the node. */
	add(node: Text, data: string, from: number, element: Element, linked: boolean) {
		if (!loose(data)) return this.#words(data, node, from, element, linked);
		let at = 0;
		for (const { 0: words, index } of data.matchAll(EVEN)) {
			this.#gap(data, at, index, node, from + at);
			this.#words(words, node, from + index, element, linked);
			at = index + words.length;
		}
		this.#gap(data, at, data.length, node, from + at);
	}

	/** A <br>: a break that readers see. */
	line() {
		if (!this.open || this.#last === '\n') return;
		this.#text += this.#last = '\n';
		this.size++;
		this.#space = null;
	}

	end() {
		this.#space = null;
		if (!this.#element) return;
		const text = this.#text;
		this.#done.push({
			text,
			segments: this.#segments,
			element: this.#element,
			linked: this.#linked / text.length,
		});
		this.#segments = [];
		this.#linked = 0;
		this.#element = null;
		this.#text = this.#last = '';
	}

	#gap(data: string, start: number, end: number, node: Text, from: number) {
		if (start === end || !this.open) return;
		const line = data.slice(start, end).includes('\n');
		if (!this.#space) this.#space = { node, from, line };
		else this.#space.line ||= line;
	}

	#words(words: string, node: Text, from: number, element: Element, linked: boolean) {
		let rest = words;
		let at = from;
		while (rest !== '') {
			const room = LONGEST - this.#text.length;
			const fits = rest.length <= room;
			// A block that is half full ends before what does not fit; an empty one takes as much as fits.
			const cut = fits ? rest.length : this.#text.length > LONGEST / 2 ? 0 : cutBefore(rest, room);
			if (cut > 0) this.#piece(rest.slice(0, cut), node, at, element, linked);
			if (!fits) this.end();
			rest = rest.slice(cut);
			at += cut;
		}
	}

	#piece(text: string, node: Text, from: number, element: Element, linked: boolean) {
		this.#element ??= element;
		const space = this.#space;
		this.#space = null;
		// A line break of the source between two Han characters is none for the reader; other white space is one space.
		const none =
			!space || this.#last === '\n' || (space.line && HAN.test(this.#last) && HAN.test(text.slice(0, 2)));
		if (!none) this.#push(' ', space.node, space.from);
		this.#push(text, node, from);
		if (linked) this.#linked += text.length;
	}

	#push(text: string, node: Text, from: number) {
		const at = this.#text.length;
		const before = this.#segments.at(-1);
		if (before?.node === node && before.from + before.length === from && before.at + before.length === at) {
			before.length += text.length;
		} else this.#segments.push({ at, node, from, length: text.length });
		this.#text += text;
		this.size += text.length;
		this.#last = text.at(-1) as string;
	}
}

function cutBefore(text: string, most: number): number {
	for (let at = most; at > Math.max(0, most - BACK); at--) if (STOP.test(text[at - 1] as string)) return at;
	return most;
}
