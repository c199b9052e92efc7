/** Long work in short slices, so that its thread goes on answering meanwhile. Touches nothing but the event loop. */

/** Longest time in ms that work runs before others get their turn; a step between two breaths comes on top. */
const SLICE_MS = 2;
/** Idle time after a slice: one message of ours is several to the browser, each sent when the one before was heard. */
const REST_MS = 1;
/** Others are waited for no longer before the next slice: who never stops asking does not stop the work. */
const PATIENCE_MS = 100;

/** Asked often, at hardly any cost: undefined while the slice lasts and nobody waits, else a pause. */
export type Breathe = () => Promise<void> | undefined;

/**
 * Pauses are macrotasks in order of arrival: `scheduler.yield` would put the rest of the work before messages that
 * already wait. `others`: who asked meanwhile and may need many turns; they are waited for, but not for ever.
 */
export function breathing(others: Breathe = () => undefined): Breathe {
	let until = 0;
	let enough = false;
	return () => (performance.now() >= until || (!enough && others()) ? pause() : undefined);

	async function pause(): Promise<void> {
		await turn();
		const waiting = others();
		const inTime = waiting && (await within(waiting, PATIENCE_MS));
		enough = inTime === false;
		until = performance.now() + SLICE_MS;
	}
}

function within(work: Promise<void>, ms: number): Promise<boolean> {
	return new Promise((done) => {
		const timer = setTimeout(() => done(false), ms);
		void work.then(() => {
			clearTimeout(timer);
			done(true);
		});
	});
}

/** Runs `work` to its end, breathing at its yields. Rejects with the signal's reason once it is aborted. */
export async function inSlices<T>(
	work: Generator<void, T>,
	signal?: AbortSignal,
	breathe: Breathe = breathing(),
): Promise<T> {
	try {
		for (;;) {
			signal?.throwIfAborted();
			const step = work.next();
			if (step.done) return step.value;
			const pause = breathe();
			if (pause) await pause;
		}
	} finally {
		// Lets the source of the work clean up when it is left before its end.
		work.return(undefined as never);
	}
}

/** Sorts in place, in steps. Alike ones stay in their order. */
export function* sorting<T>(list: T[], compare: (a: T, b: T) => number): Generator<void, T[]> {
	const RUN = 256;
	for (let at = 0; at < list.length; at += RUN) {
		const run = list.slice(at, at + RUN).sort(compare);
		for (let i = 0; i < run.length; i++) list[at + i] = run[i] as T;
		yield;
	}
	let from = list;
	let to = new Array<T>(list.length);
	for (let width = RUN; width < list.length; width *= 2) {
		for (let low = 0; low < from.length; low += 2 * width) {
			const middle = Math.min(low + width, from.length);
			const high = Math.min(low + 2 * width, from.length);
			for (let a = low, b = middle, at = low; at < high; at++) {
				const first = a < middle && (b >= high || compare(from[a] as T, from[b] as T) <= 0);
				to[at] = from[first ? a++ : b++] as T;
				if (at % RUN === 0) yield;
			}
		}
		[from, to] = [to, from];
	}
	if (from !== list) for (let i = 0; i < from.length; i++) list[i] = from[i] as T;
	return list;
}

let turns: MessageChannel | undefined;
const waiting: (() => void)[] = [];

/** Not within a timer's own turn: browsers make timers that set timers wait for 4 ms. */
async function turn(): Promise<void> {
	// Node hands out messages of a port a thousand at a time, before anything else.
	if (typeof setImmediate === 'function') return new Promise((resume) => setImmediate(resume));
	if (!turns) {
		turns = new MessageChannel();
		turns.port1.onmessage = () => waiting.shift()?.();
	}
	const { port2 } = turns;
	await new Promise<void>((resume) => {
		waiting.push(resume);
		port2.postMessage(null);
	});
	await new Promise((resume) => setTimeout(resume, REST_MS));
}
