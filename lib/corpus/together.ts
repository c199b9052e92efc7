/** Rows asked for in one go, from wherever, are read in one go: a transaction costs more than a row. Touches nothing. */

/** Steps of the microtask queue that are waited for others to ask: they come by ways of different lengths. */
const STEPS = 8;

/** `readAll` gives values in the order of keys. Who asks for the same key in one go gets the same value. */
export function together<K, V>(
	readAll: (keys: K[]) => PromiseLike<V[]>,
	nameOf: (key: K) => string,
): (key: K) => Promise<V> {
	let waiting: Map<string, { key: K; value: Promise<V>; done(value: V): void; failed(why: unknown): void }> =
		new Map();

	async function read() {
		for (let step = 0; step < STEPS; step++) await null;
		const all = [...waiting.values()];
		waiting = new Map();
		try {
			const values = await readAll(all.map(({ key }) => key));
			for (const [at, { done }] of all.entries()) done(values[at] as V);
		} catch (error) {
			for (const { failed } of all) failed(error);
		}
	}

	return (key) => {
		const name = nameOf(key);
		const known = waiting.get(name);
		if (known) return known.value;
		const { promise, resolve, reject } = Promise.withResolvers<V>();
		if (waiting.size === 0) void read();
		waiting.set(name, { key, value: promise, done: resolve, failed: reject });
		return promise;
	};
}
