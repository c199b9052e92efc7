/** The elements around blocks of text, each asked of the DOM once. Reads the DOM's structure, never layout. */
import type { Role } from '../messages/page.ts';
import type { TextBlock } from './blocks.ts';
import { elementAbove, nameOf } from './nodes.ts';

/** An element around blocks, and what of their text stands in it. */
export interface Around {
	readonly up: Around | null;
	/** Local name. */
	readonly name: string;
	/** What it and the elements around it say of their text; null when they leave it open. */
	readonly role: Role | null;
	/** It is, or stands in, a heading of the first order. */
	readonly heading: boolean;
	/** UTF-16 units, and how many of them are in links. */
	units: number;
	linked: number;
}

/** By block, in the same order. `roleOf`: what an element says by itself. */
export function aroundEach(
	blocks: readonly TextBlock[],
	roleOf: (element: Element, name: string) => Role | null,
): Around[] {
	const known = new Map<Element, Around>();
	const around = (element: Element): Around => {
		const before = known.get(element);
		if (before) return before;
		const name = nameOf(element) as string;
		const parent = elementAbove(element);
		const up = parent && around(parent);
		const role = roleOf(element, name) ?? up?.role ?? null;
		const heading = name === 'h1' || up?.heading === true;
		const one = { up, name, role, heading, units: 0, linked: 0 };
		known.set(element, one);
		return one;
	};
	return blocks.map(({ element, text, linked }) => {
		const own = around(element);
		for (let at: Around | null = own; at; at = at.up) {
			at.units += text.length;
			at.linked += text.length * linked;
		}
		return own;
	});
}
