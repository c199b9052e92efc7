/**
 * Fetches for the background from a sandboxed frame without an origin: Firefox puts the id of this very installation
 * into every request of an extension page, and a frame like this says `Origin: null`. Asked over one port a request.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type FrameAnswer, type FrameRequest, fetchPlainly } from '../lib/packs/web-fetch.ts';

export default defineUnlistedScript({
	include: ['firefox'],
	main() {
		addEventListener('message', ({ data, ports: [port] }: MessageEvent<FrameRequest>) => {
			if (port) void serve(data, port);
		});
	},
});

async function serve({ url, etag }: FrameRequest, port: MessagePort): Promise<void> {
	const answer = (message: FrameAnswer) => port.postMessage(message);
	const ending = new AbortController();
	let wanted: () => void = () => undefined;
	port.onmessage = ({ data }: MessageEvent<'pull' | 'stop'>) => (data === 'stop' ? ending.abort() : wanted());
	try {
		const { reply, headers } = await fetchPlainly(url, { etag, signal: ending.signal });
		answer({ kind: 'reply', status: reply.status, type: reply.type, headers });
		for await (const piece of reply.body) {
			await new Promise<void>((pull) => {
				wanted = pull;
				answer({ kind: 'piece', piece });
			});
		}
		answer({ kind: 'done' });
	} catch (error) {
		answer({ kind: 'failed', why: String(error) });
	}
}
