/** Chance with a seed: the same on every machine. */

export interface Random {
	/** 0 ≤ n < limit. */
	below(limit: number): number;
	pick<T>(list: ArrayLike<T>): T;
	/** Early elements far more often than late ones, as words in a language. */
	pickOften<T>(list: ArrayLike<T>): T;
}

/** mulberry32 */
export function random(seed: number): Random {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const pick = <T>(list: ArrayLike<T>, at: number) => list[Math.floor(at * list.length)] as T;
	return {
		below: (limit) => Math.floor(next() * limit),
		pick: (list) => pick(list, next()),
		pickOften: (list) => pick(list, next() ** 3),
	};
}
