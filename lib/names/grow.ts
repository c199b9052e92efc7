/** Typed arrays that grow. Touches nothing. */

type Growable = Uint8Array | Uint16Array | Uint32Array | Int32Array;

/** `array`, or a larger copy of it with room for `length` elements: twice the room, so that growing stays cheap. */
export function withRoom<T extends Growable>(array: T, length: number): T {
	if (length <= array.length) return array;
	const Kind = array.constructor as new (length: number) => T;
	const larger = new Kind(Math.max(length, array.length * 2));
	larger.set(array);
	return larger;
}
