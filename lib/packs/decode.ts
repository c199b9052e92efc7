/**
 * From bytes whose hash or signature is proved to plain data: strict UTF-8, depth, JSON, then no text or number that
 * means something else to the reader than to the publisher. Touches nothing. Throws PackError.
 */
import { cleanText } from './clean-text.ts';
import { PackError } from './errors.ts';
import { LIMITS } from './limits.ts';

export function decode(bytes: Uint8Array): unknown {
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		throw new PackError('not-a-pack', 'no UTF-8');
	}
	if (text.charCodeAt(0) === 0xfeff) throw new PackError('not-a-pack', 'a byte order mark');
	if (depthOf(bytes) > LIMITS.depth) throw new PackError('not-a-pack', 'nested too deep');
	try {
		return JSON.parse(text);
	} catch {
		throw new PackError('not-a-pack', 'no JSON');
	}
}

/** Texts of `data` without what hides or reorders them; in place. Numbers that were rounded are refused. */
export function mend(data: unknown): unknown {
	if (typeof data === 'string') return cleanText(data);
	if (typeof data === 'number') {
		if (Math.abs(data) > Number.MAX_SAFE_INTEGER) throw new PackError('not-a-pack', 'a number out of range');
		return data;
	}
	if (Array.isArray(data)) {
		for (let i = 0; i < data.length; i++) data[i] = mend(data[i]);
	} else if (data !== null && typeof data === 'object') {
		const object = data as Record<string, unknown>;
		for (const key of Object.keys(object)) {
			// A key of JSON like any other, but assigning it would change the object's kind.
			if (key === '__proto__') delete object[key];
			else object[key] = mend(object[key]);
		}
	}
	return data;
}

/** Counted on the bytes: a parser met by a million brackets may end the worker. */
function depthOf(bytes: Uint8Array): number {
	let depth = 0;
	let deepest = 0;
	let quoted = false;
	for (let i = 0; i < bytes.length; i++) {
		const byte = bytes[i];
		if (quoted) {
			if (byte === 0x5c) i++;
			else if (byte === 0x22) quoted = false;
		} else if (byte === 0x22) quoted = true;
		else if (byte === 0x5b || byte === 0x7b) {
			depth++;
			if (depth > deepest) deepest = depth;
		} else if (byte === 0x5d || byte === 0x7d) depth--;
	}
	return deepest;
}
