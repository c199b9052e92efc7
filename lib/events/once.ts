/** Reading a text takes longer than holding it against a claim, and a page asks for the same many times. Touches nothing. */

const made = new WeakMap<object, Map<unknown, unknown>>();

/** What `read` makes of what is given, once for each `of` (a sentence, a clause); without one, anew. */
export function once<Given extends unknown[], Made>(
	of: object | undefined,
	read: (...given: Given) => Made,
	...given: Given
): Made {
	if (!of) return read(...given);
	let known = made.get(of);
	if (!known) {
		known = new Map();
		made.set(of, known);
	}
	let result = known.get(read);
	if (result === undefined) {
		result = read(...given);
		known.set(read, result);
	}
	return result as Made;
}
