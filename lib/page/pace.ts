/** When a changing page is read again: after a pause that the last reading's cost sets. */

/** ms at the least, and no more often than this share of time allows, but for what took unusually long. */
const SETTLE = 250;
const SHARE = 0.02;
const LONGEST = 10_000;
/** ms until an unanswered request is made again, four times longer each time. */
const RETRY = 100;
const MOST_FAILURES = 3;

export interface Turn {
	/** ms of the page's main thread. */
	spent: number;
	done: boolean;
	/** There is something left to do. */
	more: boolean;
}

/** Works at once, and again when the function it gives is called; not while `rests`. */
export function keepPace(work: () => Promise<Turn>, rests: () => boolean, signal: AbortSignal): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let pause = SETTLE;
	let failures = 0;
	let working = false;

	const again = () => {
		if (timer || working || signal.aborted || rests()) return;
		timer = setTimeout(() => {
			timer = undefined;
			void start();
		}, pause);
	};

	async function start(): Promise<void> {
		working = true;
		const { spent, done, more } = await work();
		working = false;
		failures = done ? 0 : failures + 1;
		pause = done ? Math.min(Math.max(SETTLE, spent / SHARE), LONGEST) : RETRY * 4 ** failures;
		if (more && failures <= MOST_FAILURES) again();
	}

	signal.addEventListener('abort', () => clearTimeout(timer));
	void start();
	return again;
}
