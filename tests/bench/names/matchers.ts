/** Ways to find many names in a text, each made from the same names. */
import AhoCorasick from 'modern-ahocorasick';
import { load, type Name } from '../../../lib/names/index.ts';

export interface Matcher {
	name: string;
	/** Gives how many names it found, or any number that keeps the work from being optimised away. */
	scan(text: string): number;
}

export function ours(bytes: Uint8Array): Matcher {
	const index = load(bytes);
	return { name: 'sidelight', scan: (text) => index.scan(text).length / 3 };
}

/** The limit: reads every unit and does nothing. */
export const readLoop: Matcher = {
	name: 'read every unit',
	scan(text) {
		let sum = 0;
		for (let at = 0; at < text.length; at++) sum = (sum + text.charCodeAt(at)) | 0;
		return sum;
	},
};

/** Exact text only: no folding, no boundaries. */
export function ahoCorasick(names: readonly Name[]): Matcher {
	const matcher = new AhoCorasick(textsOf(names));
	return {
		name: 'modern-ahocorasick',
		scan: (text) => matcher.search(text, { strategy: 'leftmost-longest' }).length,
	};
}

/** The same without its choice of the longest, which is the least that library can do. */
export function ahoCorasickAll(names: readonly Name[]): Matcher {
	const matcher = new AhoCorasick(textsOf(names));
	return { name: 'modern-ahocorasick, all', scan: (text) => matcher.search(text).length };
}

/** Longest first, exact text only. */
export function regExp(names: readonly Name[]): Matcher {
	const texts = textsOf(names).sort((one, other) => other.length - one.length);
	const pattern = new RegExp(
		texts.map((text) => text.replace(/[.*+?^${}()|[\]\\-]/g, '\\$&')).join('|'),
		'g',
	);
	return {
		name: 'RegExp',
		scan(text) {
			let count = 0;
			pattern.lastIndex = 0;
			while (pattern.exec(text)) count++;
			return count;
		},
	};
}

const textsOf = (names: readonly Name[]) => [...new Set(names.map(({ text }) => text))];
