/** `fetch` as packs are fetched: no cookies, no referrer, no redirects, no cache that could remember the reader. */
import type { Fetch, Reply } from './ports.ts';

/** Headers that are looked at; a reply has more. */
const READ = ['access-control-allow-origin', 'etag', 'retry-after'];

export interface FrameRequest {
	url: string;
	etag: string | null;
}

export type FrameAnswer =
	| { kind: 'reply'; status: number; type: string; headers: Record<string, string> }
	| { kind: 'piece'; piece: Uint8Array }
	| { kind: 'done' }
	| { kind: 'failed'; why: string };

export async function fetchPlainly(
	url: string,
	{ etag, signal }: Parameters<Fetch>[1],
): Promise<{ reply: Reply; headers: Record<string, string> }> {
	const response = await fetch(url, {
		mode: 'cors',
		credentials: 'omit',
		referrerPolicy: 'no-referrer',
		redirect: 'error',
		cache: 'no-store',
		headers: etag === null ? {} : { 'if-none-match': etag },
		signal,
	});
	const headers = Object.fromEntries(
		READ.flatMap((name) => {
			const value = response.headers.get(name);
			return value === null ? [] : [[name, value]];
		}),
	);
	return { reply: replyOf(response.status, response.type, headers, piecesOf(response)), headers };
}

export const replyOf = (
	status: number,
	type: string,
	headers: Record<string, string>,
	body: AsyncIterable<Uint8Array>,
): Reply => ({ status, type, header: (name) => headers[name] ?? null, body });

async function* piecesOf({ body }: Response): AsyncGenerator<Uint8Array> {
	if (!body) return;
	const reader = body.getReader();
	try {
		for (;;) {
			const { done, value } = await reader.read();
			if (done) return;
			yield value;
		}
	} finally {
		// Cut off: the rest of a body that is too long must not arrive.
		void reader.cancel().catch(() => undefined);
	}
}
