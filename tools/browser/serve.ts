/** A real HTTP server on loopback for pages of ours. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Served {
	/** Without a slash at the end. */
	origin: string;
	/** Paths asked for, in order. */
	asked: string[];
	close(): Promise<void>;
}

export interface Reply {
	body: string | Uint8Array;
	/** Sent when it is there; until then the page is not whole. */
	rest?: Promise<string>;
	type?: string;
	headers?: Record<string, string>;
	status?: number;
}

/** `answer` gets the path with its query; null is a 404. */
export async function serve(answer: (path: string) => Reply | null): Promise<Served> {
	const asked: string[] = [];
	const server = createServer(async (request, response) => {
		const path = decodeURI(request.url ?? '/');
		if (path !== '/favicon.ico') asked.push(path);
		const reply = answer(path);
		response.writeHead(reply ? (reply.status ?? 200) : 404, {
			'content-type': reply?.type ?? 'text/html; charset=utf-8',
			...reply?.headers,
		});
		if (reply?.rest) response.write(reply.body);
		response.end(reply?.rest ? await reply.rest : (reply?.body ?? 'not here'));
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const { port } = server.address() as AddressInfo;
	return {
		origin: `http://127.0.0.1:${port}`,
		asked,
		close: () =>
			new Promise((closed) => {
				server.closeAllConnections();
				server.close(() => closed());
			}),
	};
}
