/** The sentence a name stands in, for those who hear it only. Part of the card's code. Touches nothing. */
import type { Placed } from './hits.ts';

const STOP = /[。！？!?\n]|[.](?=\s|$)/g;
/** No more than so much before and behind the name, UTF-16 units. */
const MOST = 300;

export function lineOf({ block, start, text }: Placed): string {
	const end = start + text.length;
	const far = Math.max(0, start - MOST);
	const stop = [...block.slice(far, start).matchAll(STOP)].at(-1);
	const from = stop ? far + stop.index + 1 : far;
	const behind = block.slice(end, end + MOST);
	const next = behind.search(STOP);
	return block.slice(from, next < 0 ? end + behind.length : end + next + 1).trim();
}
