/** How many mistakes lie between two words. */

/** Optimal string alignment, the textbook's table. */
export function distance(a: string, b: string): number {
	const rows = Array.from({ length: a.length + 1 }, (_, i) =>
		Array.from({ length: b.length + 1 }, (_, j) => i || j),
	);
	const at = (i: number, j: number) => (rows[i] as number[])[j] as number;
	for (let i = 1; i <= a.length; i++) {
		for (let j = 1; j <= b.length; j++) {
			let cost = Math.min(
				at(i - 1, j) + 1,
				at(i, j - 1) + 1,
				at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
			);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
				cost = Math.min(cost, at(i - 2, j - 2) + 1);
			(rows[i] as number[])[j] = cost;
		}
	}
	return at(a.length, b.length);
}
