/** One question to the store and its answer. A late answer to an older question is dropped. */
import { useCallback, useLayoutEffect, useState } from 'preact/hooks';

export interface Asked<T> {
	/** undefined until answered. */
	answer: T | undefined;
	failed: boolean;
	again: () => void;
}

export function useAsked<T>(ask: () => Promise<T>, inputs: readonly unknown[]): Asked<T> {
	const [state, setState] = useState<{ answer: T | undefined; failed: boolean }>({
		answer: undefined,
		failed: false,
	});
	const [round, setRound] = useState(0);
	// Not after the next frame: the store can be read while that is drawn.
	useLayoutEffect(() => {
		let live = true;
		ask().then(
			(answer) => live && setState({ answer, failed: false }),
			() => live && setState(({ answer }) => ({ answer, failed: true })),
		);
		return () => {
			live = false;
		};
	}, [...inputs, round]);
	return { ...state, again: useCallback(() => setRound((at) => at + 1), []) };
}
