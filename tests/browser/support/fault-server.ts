/** An https host of packs that can lie in every way a host can, and writes down what it was asked. */
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { type Https, serveHttps } from '../../../tools/browser/https.ts';
import { createPublisher, type Publisher } from '../../support/publisher/publisher.ts';

/** Answers instead of the host; false: the host answers as it should. */
export type Lie = (file: string, request: IncomingMessage, response: ServerResponse) => boolean;

export interface Hosted {
	publisher: Publisher;
	/** Address of its folder, with a slash at the end. */
	url: string;
	lie: Lie | null;
}

export interface FaultServer {
	origin: string;
	/** `keys`: as many must sign. */
	host(name: string, options?: { keys?: number }): Promise<Hosted>;
	asked: { path: string; method: string; headers: IncomingHttpHeaders }[];
	close(): Promise<void>;
}

export const OPEN = { 'access-control-allow-origin': '*', 'content-type': 'application/json' };

export async function startFaultServer(): Promise<FaultServer> {
	const hosted = new Map<string, Hosted>();
	const asked: FaultServer['asked'] = [];
	const https: Https = await serveHttps((request, response) => {
		const path = request.url ?? '/';
		asked.push({ path, method: request.method ?? '', headers: request.headers });
		const [, name = '', ...rest] = path.split('/');
		const one = hosted.get(name);
		const file = rest.join('/');
		if (one?.lie?.(file, request, response)) return;
		const bytes = one?.publisher.files.get(file);
		response.writeHead(bytes ? 200 : 404, OPEN).end(bytes);
	});
	let count = 0;
	return {
		origin: https.origin,
		asked,
		async host(name, { keys = 1 } = {}) {
			const packId = (++count).toString(16).padStart(32, 'a');
			const publisher = await createPublisher({ packId, keys });
			await publisher.publish(Date.now());
			const one: Hosted = { publisher, url: `${https.origin}/${name}/`, lie: null };
			hosted.set(name, one);
			return one;
		},
		close: () => https.close(),
	};
}
