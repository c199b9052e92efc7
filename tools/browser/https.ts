/** An https server on loopback with a certificate of the moment, for hosts that exist under invented names only. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Public in form, owned by nobody: RFC 2606. `launch` maps it to loopback. */
export const PACK_HOST = 'packs.example';

export interface Https {
	port: number;
	/** Without a slash at the end. */
	origin: string;
	close(): Promise<void>;
}

export async function serveHttps(listener: RequestListener, port = 0): Promise<Https> {
	const server = createServer(certificate(), listener);
	await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
	const address = server.address() as AddressInfo;
	return {
		port: address.port,
		origin: `https://${PACK_HOST}:${address.port}`,
		close: () =>
			new Promise((closed) => {
				server.closeAllConnections();
				server.close(() => closed());
			}),
	};
}

/** Node makes no certificates; openssl comes with Debian's ca-certificates and with macOS. */
function certificate(): { key: Buffer; cert: Buffer } {
	const folder = mkdtempSync(join(tmpdir(), 'sidelight-cert-'));
	try {
		const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
		const { status, stderr } = spawnSync('openssl', [
			...[
				'req',
				'-x509',
				'-newkey',
				'ec',
				'-pkeyopt',
				'ec_paramgen_curve:prime256v1',
				'-nodes',
				'-days',
				'2',
			],
			...['-keyout', key, '-out', cert, '-subj', `/CN=${PACK_HOST}`],
			...['-addext', `subjectAltName=DNS:${PACK_HOST},DNS:*.${PACK_HOST}`],
		]);
		if (status !== 0) throw new Error(`openssl is needed for https on loopback: ${stderr}`);
		return { key: readFileSync(key), cert: readFileSync(cert) };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
