/**
 * A node of the trie as one 32-bit number. 0: none. Below 0: ~offset of a record in the pool, one name is left.
 * Else where its children are, and two flags: in a row of cells at (value >> 2) + code, or, where a row would leave too
 * many holes, in a sorted list in the pool: how many, their codes, then their nodes in two units each.
 */

/** A name ends here; its record is the child with code END. */
export const ENDS = 1;
export const LISTED = 2;

export const rowNode = (first: number, ends: boolean) => (first << 2) | (ends ? ENDS : 0);
export const listNode = (offset: number, ends: boolean) => (offset << 2) | LISTED | (ends ? ENDS : 0);

/** The child with this code in the list at `offset`, 0 if there is none. */
export function listedChild(pool: Uint16Array, offset: number, code: number): number {
	const count = pool[offset] as number;
	let low = offset + 1;
	let high = low + count;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((pool[middle] as number) < code) low = middle + 1;
		else high = middle;
	}
	if (low > offset + count || pool[low] !== code) return 0;
	const value = listedSlot(offset, count, low - offset - 1);
	return (pool[value] as number) | ((pool[value + 1] as number) << 16);
}

/** Where in the pool child `at` of a list has its node. */
export const listedSlot = (offset: number, count: number, at: number) => offset + 1 + count + at * 2;
