/** Numbers, sorted lists and texts as bytes: variable length, seven bits a byte. Touches nothing. */

/** The stored search index cannot be read: it must be built anew. */
export class SearchDamaged extends Error {
	readonly code = 'search-missing';
}

export class Writer {
	#bytes = new Uint8Array(1 << 12);
	length = 0;

	number(value: number): void {
		if (this.length + 5 > this.#bytes.length) this.#grow(5);
		let rest = value;
		while (rest > 0x7f) {
			this.#bytes[this.length++] = (rest & 0x7f) | 0x80;
			rest >>>= 7;
		}
		this.#bytes[this.length++] = rest;
	}

	/** Sorted, each number once. */
	list(sorted: ArrayLike<number>): void {
		this.number(sorted.length);
		let before = 0;
		for (let i = 0; i < sorted.length; i++) {
			const value = sorted[i] as number;
			this.number(value - before);
			before = value;
		}
	}

	/** What of `text` is not already in `before`: a UTF-16 unit a number. */
	text(text: string, before = ''): void {
		let shared = 0;
		while (shared < text.length && text.charCodeAt(shared) === before.charCodeAt(shared)) shared++;
		this.number(shared);
		this.number(text.length - shared);
		for (let i = shared; i < text.length; i++) this.number(text.charCodeAt(i));
	}

	append(bytes: Uint8Array): void {
		this.#grow(bytes.length);
		this.#bytes.set(bytes, this.length);
		this.length += bytes.length;
	}

	/** A copy of what was written from `from` on. */
	taken(from = 0): Uint8Array<ArrayBuffer> {
		return this.#bytes.slice(from, this.length);
	}

	#grow(more: number): void {
		if (this.length + more <= this.#bytes.length) return;
		const bytes = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + more));
		bytes.set(this.#bytes);
		this.#bytes = bytes;
	}
}

/** Throws SearchDamaged where bytes end too soon. */
export class Reader {
	readonly bytes: Uint8Array;
	at: number;
	constructor(bytes: Uint8Array, at = 0) {
		this.bytes = bytes;
		this.at = at;
	}

	number(): number {
		let value = 0;
		for (let shift = 0; shift < 35; shift += 7) {
			const byte = this.bytes[this.at++];
			if (byte === undefined) break;
			value |= (byte & 0x7f) << shift;
			if (byte < 0x80) return value >>> 0;
		}
		throw new SearchDamaged('bytes');
	}

	list(): Uint32Array {
		const length = this.number();
		if (length > this.bytes.length - this.at) throw new SearchDamaged('list');
		const list = new Uint32Array(length);
		let value = 0;
		for (let i = 0; i < length; i++) {
			value += this.number();
			list[i] = value;
		}
		return list;
	}

	text(before = ''): string {
		let text = before.slice(0, this.number());
		for (let rest = this.number(); rest > 0; rest--) text += String.fromCharCode(this.number());
		return text;
	}
}

/** 32 bits that change with any byte. FNV-1a. */
export function sumOf(bytes: Uint8Array): number {
	let sum = 0x811c9dc5;
	for (let i = 0; i < bytes.length; i++) sum = Math.imul(sum ^ (bytes[i] as number), 0x01000193);
	return sum >>> 0;
}

/** The same over words of four bytes, for what is megabytes long: `bytes` are aligned, and those left over are added one by one. */
export function sumOfWords(bytes: Uint8Array): number {
	const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
	let sum = 0x811c9dc5;
	for (let i = 0; i < words.length; i++) sum = Math.imul(sum ^ (words[i] as number), 0x01000193);
	for (let i = words.length << 2; i < bytes.length; i++)
		sum = Math.imul(sum ^ (bytes[i] as number), 0x01000193);
	return sum >>> 0;
}
