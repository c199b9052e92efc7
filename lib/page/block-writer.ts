/** Joins text nodes to blocks, white space collapsed. Touches nothing. */
import type { Segment, TextBlock } from './blocks.ts';

/** A block is cut here at the latest, before that at the last mark of punctuation or space. UTF-16 units. */
const LONGEST = 16_000;
/** Text with white space that must be looked at word by word. */
const LOOSE = /[\t\n\r\f]|^ | $| {2}/;
const HAN = /\p{Script=Han}|[\u3000-\u303f\uff00-\uffef]/u;
const STOP = /[\s。！？；，、,.;:!?]/;
/** A stop is looked for so far back, UTF-16 units. */
const BACK = 400;

/** One block as it is: short enough, its white space single and inside. */
export const tidy = (text: string): boolean => text !== '' && text.length <= LONGEST && !LOOSE.test(text);

export class BlockWriter {
	#done: TextBlock[] = [];
	#parts: string[] = [];
	#segments: Segment[] = [];
	#length = 0;
	#linked = 0;
	#element: Element | null = null;
	/** White space that waits for a character after it. */
	#space: { node: Text; from: number; line: boolean } | null = null;
	#last = '';

	/** Units of the block that is open. */
	get open(): number {
		return this.#length;
	}

	/** The blocks that ended since the last call. */
	take(): TextBlock[] {
		const done = this.#done;
		if (done.length > 0) this.#done = [];
		return done;
	}

	/** A block made elsewhere; none may be open. */
	put(block: TextBlock) {
		this.#done.push(block);
	}

	/** `data` stands at `from` in the node. */
	add(node: Text, data: string, from: number, element: Element, linked: boolean) {
		if (data === '') return;
		if (!LOOSE.test(data)) return this.#word(data, node, from, element, linked);
		const words = /[^\t\n\r\f ]+/g;
		let at = 0;
		for (let word = words.exec(data); word; word = words.exec(data)) {
			this.#gap(data, at, word.index, node, from + at);
			this.#word(word[0], node, from + word.index, element, linked);
			at = words.lastIndex;
		}
		this.#gap(data, at, data.length, node, from + at);
	}

	/** A <br>: a break that readers see. */
	line() {
		if (this.#length === 0 || this.#last === '\n') return;
		this.#parts.push('\n');
		this.#length++;
		this.#space = null;
		this.#last = '\n';
	}

	end() {
		if (this.#element && this.#length > 0) {
			const text = this.#parts.length === 1 ? (this.#parts[0] as string) : this.#parts.join('');
			this.#done.push({
				text,
				segments: this.#segments,
				element: this.#element,
				linked: this.#linked / text.length,
			});
			this.#parts = [];
			this.#segments = [];
		}
		this.#length = this.#linked = 0;
		this.#element = this.#space = null;
		this.#last = '';
	}

	#gap(data: string, start: number, end: number, node: Text, from: number) {
		if (start === end || this.#length === 0) return;
		const line = data.slice(start, end).includes('\n');
		if (!this.#space) this.#space = { node, from, line };
		else this.#space.line ||= line;
	}

	#word(word: string, node: Text, from: number, element: Element, linked: boolean) {
		let rest = word;
		let at = from;
		while (this.#length + rest.length > LONGEST) {
			const cut = this.#length > LONGEST / 2 ? 0 : cutBefore(rest, LONGEST - this.#length);
			if (cut > 0) this.#piece(rest.slice(0, cut), node, at, element, linked);
			this.end();
			rest = rest.slice(cut);
			at += cut;
		}
		if (rest !== '') this.#piece(rest, node, at, element, linked);
	}

	#piece(text: string, node: Text, from: number, element: Element, linked: boolean) {
		this.#element ??= element;
		if (this.#space) this.#join(text);
		this.#push(text, node, from);
		if (linked) this.#linked += text.length;
	}

	/** A line break of the source between two Han characters is none for the reader; other white space is one space. */
	#join(next: string) {
		const space = this.#space;
		this.#space = null;
		if (!space || this.#last === '\n') return;
		if (space.line && HAN.test(this.#last) && HAN.test(next.slice(0, 2))) return;
		this.#push(' ', space.node, space.from);
	}

	#push(text: string, node: Text, from: number) {
		const before = this.#segments.at(-1);
		if (
			before?.node === node &&
			before.from + before.length === from &&
			before.at + before.length === this.#length
		) {
			before.length += text.length;
		} else {
			this.#segments.push({ at: this.#length, node, from, length: text.length });
		}
		this.#parts.push(text);
		this.#length += text.length;
		this.#last = text[text.length - 1] as string;
	}
}

function cutBefore(text: string, most: number): number {
	for (let at = most; at > Math.max(0, most - BACK); at--) if (STOP.test(text[at - 1] as string)) return at;
	return most;
}
