/** Clock and lock of a browser. */
import type { Clock, Lock } from './ports.ts';

export const clock: Clock = {
	now: () => Date.now(),
	random: () => Math.random(),
	sleep: (ms, signal) =>
		new Promise((done, stop) => {
			signal?.throwIfAborted();
			const stopped = () => {
				clearTimeout(timer);
				stop(signal?.reason);
			};
			const timer = setTimeout(() => {
				signal?.removeEventListener('abort', stopped);
				done();
			}, ms);
			signal?.addEventListener('abort', stopped, { once: true });
		}),
};

/** One holder among all pages and the worker; a holder that dies lets go. */
export const lock: Lock = (work) =>
	navigator.locks.request('sidelight-packs', { ifAvailable: true }, (held) => (held ? work() : null));
