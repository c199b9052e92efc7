/**
 * Long pages are mostly runs of paragraphs with nothing but text in them. Their markup, asked for at once, costs a
 * fraction of going from node to node; it is cut into texts elsewhere, see markup.ts. Reads the DOM, never layout.
 */
import { BREAK } from '../messages/page.ts';
import { LEAVES, WITHHELD } from './blocks.ts';

/** Fewer children are read as fast one by one; more, or longer markup in UTF-16 units, are too much for one section. */
const [FEW, MANY, LONGEST] = [32, 64, 16_000];

/**
 * The markup of all in an element, where that seems to be nothing but paragraphs with text; else ''. `free`: it is known
 * that nothing in it is withheld from reading.
 */
export function evenMarkup(holder: Element | ShadowRoot, free: boolean): string {
	const { childElementCount: count, firstElementChild: first } = holder;
	const even =
		count >= FEW &&
		count <= MANY &&
		LEAVES.split(' ').includes((first as Element).localName) &&
		(holder as Element).getElementsByTagName?.('*').length === count &&
		(free || !holder.querySelector(WITHHELD));
	const markup = even ? holder.innerHTML : '';
	return markup.length > LONGEST || markup.includes(BREAK) ? '' : markup;
}
