/** How packs are fetched in this browser: directly in Chromium, through a frame without an origin in Firefox. */
import type { Fetch } from '../../lib/packs/index.ts';
import { type FrameAnswer, type FrameRequest, fetchPlainly, replyOf } from '../../lib/packs/web-fetch.ts';
import { lookUpsFirst } from './store.ts';

export const packFetch: Fetch = async (url, options) =>
	import.meta.env.FIREFOX ? byFrame(url, options) : (await fetchPlainly(url, options)).reply;

let frame: Promise<Window> | undefined;

/** Only Firefox's background has a document. */
function openFrame(): Promise<Window> {
	frame ??= new Promise((done) => {
		const element = document.createElement('iframe');
		element.setAttribute('sandbox', 'allow-scripts');
		element.src = '/fetch-frame.html';
		element.addEventListener('load', () => done(element.contentWindow as Window));
		document.documentElement.append(element);
	});
	return frame;
}

const byFrame: Fetch = async (url, { etag, signal }) => {
	const target = await openFrame();
	signal.throwIfAborted();
	const { port1: port, port2 } = new MessageChannel();
	const answers = listen(port);
	const request: FrameRequest = { url, etag };
	// Its origin is none, so that no address can name it; it is our own frame.
	target.postMessage(request, '*', [port2]);
	const stop = () => {
		port.postMessage('stop');
		answers.fail(signal.reason);
	};
	signal.addEventListener('abort', stop, { once: true });
	const first = await answers.next();
	if (first.kind !== 'reply') throw new TypeError(first.kind === 'failed' ? first.why : 'no reply');
	return replyOf(first.status, first.type, first.headers, pieces());

	async function* pieces(): AsyncGenerator<Uint8Array> {
		try {
			for (;;) {
				const answer = await answers.next();
				if (answer.kind === 'done') return;
				if (answer.kind !== 'piece') throw new TypeError('cut off');
				yield answer.piece;
				await lookUpsFirst();
				port.postMessage('pull');
			}
		} finally {
			signal.removeEventListener('abort', stop);
			port.postMessage('stop');
			port.close();
		}
	}
};

/** Messages of a port, one at a time. */
function listen(port: MessagePort) {
	const waiting: FrameAnswer[] = [];
	let take: ((answer: FrameAnswer) => void) | undefined;
	let drop: ((reason: unknown) => void) | undefined;
	let failed: { reason: unknown } | undefined;
	port.onmessage = ({ data }: MessageEvent<FrameAnswer>) => {
		if (take) take(data);
		else waiting.push(data);
		take = undefined;
	};
	return {
		next: () =>
			new Promise<FrameAnswer>((resolve, reject) => {
				if (failed) return reject(failed.reason);
				const answer = waiting.shift();
				if (answer) return resolve(answer);
				take = resolve;
				drop = reject;
			}),
		fail(reason: unknown) {
			failed = { reason };
			drop?.(reason);
		},
	};
}
