/** A published pack's files from its host, as a reader's browser may have them. Asks that host only. */
import { PackError } from '../../lib/packs/index.ts';
import { PublishError } from './keys.ts';
import type { Get } from './verify.ts';

/** Answers smaller than this need no compression. */
const SMALL = 2048;

/** `notes` gets what readers could do without, and what costs them. Throws PackError, PublishError. */
export const fromWeb =
	(base: string, notes: Set<string>): Get =>
	async (path) => {
		const response = await fetch(base + path, {
			redirect: 'manual',
			headers: { origin: 'null', 'accept-encoding': 'gzip, br' },
		}).catch((error) => {
			throw new PackError('unreachable', `${path}: ${error.cause?.message ?? error.message}`);
		});
		const { status, headers } = response;
		if (status >= 300 && status < 400)
			throw new PublishError(
				`${path}: sent on to ${headers.get('location')} (${status}); readers follow no redirect`,
			);
		if (status !== 200) throw new PackError('missing-shard', `${path}: ${status}`);
		if (headers.get('access-control-allow-origin') !== '*')
			throw new PublishError(`${path}: the host must send "Access-Control-Allow-Origin: *"`);
		const bytes = new Uint8Array(await response.arrayBuffer());
		const cache = headers.get('cache-control') ?? '';
		if (path === 'pack.json' && !/no-cache|no-store|max-age=0/.test(cache))
			notes.add(
				`pack.json may be kept by caches ("Cache-Control: ${cache}"); "no-cache" shows updates at once`,
			);
		if (path.startsWith('shards/') && !/immutable|max-age=\d{6}/.test(cache))
			notes.add(`shards never change, "Cache-Control: public, max-age=31536000, immutable" saves requests`);
		if (bytes.length > SMALL && !headers.get('content-encoding'))
			notes.add('nothing is compressed; gzip or brotli makes a pack about four times smaller');
		return bytes;
	};
