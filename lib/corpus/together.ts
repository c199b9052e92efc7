/** Rows asked for in one go, from wherever, are read in one go: a transaction costs more than a row. Touches nothing. */

/** Steps of the microtask queue that are waited for others to ask: they come by ways of different lengths. */
const STEPS = 8;

/** `readAll` gives values in the order of keys. Who asks for a key that is being read gets the same value. */
export function together<K, V>(
	readAll: (keys: K[]) => PromiseLike<V[]>,
	nameOf: (key: K) => string,
): (key: K) => Promise<V> {
	const asked = new Map<string, Promise<V>>();
	let waiting: { key: K; done(value: V): void; failed(why: unknown): void }[] = [];

	async function read() {
		for (let step = 0; step < STEPS; step++) await null;
		const all = waiting;
		waiting = [];
		try {
			const values = await readAll(all.map(({ key }) => key));
			for (const [at, { done }] of all.entries()) done(values[at] as V);
		} catch (error) {
			for (const { failed } of all) failed(error);
		} finally {
			for (const { key } of all) asked.delete(nameOf(key));
		}
	}

	return (key) => {
		const name = nameOf(key);
		const known = asked.get(name);
		if (known) return known;
		const { promise, resolve, reject } = Promise.withResolvers<V>();
		if (waiting.length === 0) void read();
		waiting.push({ key, done: resolve, failed: reject });
		asked.set(name, promise);
		return promise;
	};
}
