/** Long work in short slices, between which the page has its turn. */

/** ms at a time. A step may take a little longer than what is left. */
const SLICE = 5;
/** The page may keep us waiting so long for an idle moment, ms. */
const PATIENCE = 100;

/** Takes all steps. Returns the ms spent. The first slice begins at once. */
export async function inSlices(steps: Iterable<void>, signal: AbortSignal): Promise<number> {
	let spent = 0;
	let started = performance.now();
	for (const _ of steps) {
		const now = performance.now();
		if (now - started < SLICE) continue;
		spent += now - started;
		await idle();
		signal.throwIfAborted();
		started = performance.now();
	}
	return spent + performance.now() - started;
}

/** When the page has nothing to do, or has kept us waiting. */
export const idle = () =>
	new Promise<void>((resume) => requestIdleCallback(() => resume(), { timeout: PATIENCE }));
