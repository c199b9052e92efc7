/**
 * The fingerprint of a root: 88 bits of its SHA-256, as eight words of the BIP-39 English list, which are the same in
 * every language of the UI. Touches nothing.
 */
import { wordlist } from '@scure/bip39/wordlists/english.js';

const BITS = 88;
const WORDS = 8;
const PER_WORD = 11n;

/** Of a SHA-256 in hexadecimal. */
export function fingerprintOf(hash: string): string[] {
	const value = BigInt(`0x${hash.slice(0, BITS / 4)}`);
	return Array.from({ length: WORDS }, (_, at) => {
		const shift = BigInt(WORDS - 1 - at) * PER_WORD;
		return wordlist[Number((value >> shift) & 2047n)] as string;
	});
}

/** The same bits as 22 hexadecimal digits; null for other words, or more or fewer. */
export function fromFingerprint(words: string): string | null {
	const list = words
		.toLowerCase()
		.split(/[^a-z]+/)
		.filter(Boolean);
	if (list.length !== WORDS) return null;
	let value = 0n;
	for (const word of list) {
		const index = wordlist.indexOf(word);
		if (index < 0) return null;
		value = (value << PER_WORD) | BigInt(index);
	}
	return value.toString(16).padStart(BITS / 4, '0');
}
