/**
 * Asks the worker that finds people the packs do not know. For places that may have a Worker: the offscreen document in
 * Chromium, the background page in Firefox.
 */
import type { Span } from './found.ts';

export interface StrangersRequest {
	id: number;
	texts: readonly string[];
}
export interface StrangersReply {
	id: number;
	spans: Span[][];
}

export interface Tagger {
	/** Names by text. Rejects when the worker fails. */
	strangers(texts: readonly string[]): Promise<Span[][]>;
}

/** Its vocabulary takes some 30 MB: it is kept no longer than this after the last question, ms. */
const IDLE = 30_000;

/** One that works longer than this on a question is stopped, ms. */
const PATIENCE = 5000;

/** The worker is started when it is first asked and stopped when it idles, then `idle` is called. */
export function createTagger(start: () => Worker, idle: () => void = () => undefined): Tagger {
	let worker: Worker | null = null;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let next = 0;
	const waiting = new Map<number, PromiseWithResolvers<Span[][]>>();

	function stop() {
		worker?.terminate();
		worker = null;
		for (const { reject } of waiting.values()) reject(new Error('no-worker'));
		waiting.clear();
	}
	function started(): Worker {
		const made = start();
		made.addEventListener('message', ({ data: { id, spans } }: MessageEvent<StrangersReply>) => {
			waiting.get(id)?.resolve(spans);
			waiting.delete(id);
		});
		made.addEventListener('error', stop);
		return made;
	}
	return {
		strangers(texts) {
			clearTimeout(timer);
			timer = setTimeout(() => {
				stop();
				idle();
			}, IDLE);
			const asked = Promise.withResolvers<Span[][]>();
			const id = next++;
			try {
				worker ??= started();
				waiting.set(id, asked);
				const request: StrangersRequest = { id, texts };
				worker.postMessage(request);
				const late = setTimeout(stop, PATIENCE);
				void asked.promise.catch(() => undefined).finally(() => clearTimeout(late));
			} catch (error) {
				waiting.delete(id);
				asked.reject(error);
			}
			return asked.promise;
		},
	};
}
