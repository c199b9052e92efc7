/** Long work in short slices, so that a worker goes on answering meanwhile. Touches nothing but the event loop. */

/** Longest time in ms that work runs before others get their turn; a step between two yields comes on top. */
const SLICE_MS = 8;

/**
 * Runs `work` to its end, pausing at its yields. Pauses are macrotasks in order of arrival: `scheduler.yield` would
 * put the rest of the work before messages that already wait. `breathe` is awaited as well: who asked meanwhile may need
 * many turns. Rejects with the signal's reason once it is aborted.
 */
export async function inSlices<T>(
	work: Generator<void, T>,
	signal?: AbortSignal,
	breathe?: () => Promise<void> | undefined,
): Promise<T> {
	const turns = new Turns();
	try {
		for (;;) {
			signal?.throwIfAborted();
			const until = performance.now() + SLICE_MS;
			do {
				const step = work.next();
				if (step.done) return step.value;
			} while (performance.now() < until);
			await turns.next();
			await breathe?.();
		}
	} finally {
		turns.close();
		// Lets the source of the work clean up when it is left before its end.
		work.return(undefined as never);
	}
}

class Turns {
	readonly #channel = new MessageChannel();

	next(): Promise<void> {
		// Node hands out messages of a port a thousand at a time, before anything else.
		if (typeof setImmediate === 'function') return new Promise((resolve) => setImmediate(resolve));
		return new Promise((resolve) => {
			this.#channel.port1.onmessage = () => resolve();
			this.#channel.port2.postMessage(null);
		});
	}

	close(): void {
		this.#channel.port1.close();
	}
}
