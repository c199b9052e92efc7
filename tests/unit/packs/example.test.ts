/** The worked example of docs/pack-format.md is what this program makes and reads. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { signRoot } from '../../../lib/author/sign.ts';
import { keyId, sealed, sign, toSign } from '../../../lib/packs/envelope.ts';
import { fingerprintOf } from '../../../lib/packs/fingerprint.ts';
import { readFirstRoot } from '../../../lib/packs/roots.ts';
import { verify } from '../../../tools/pack/verify.ts';

const DOC = readFileSync('docs/pack-format.md', 'utf8');
const [rootFile = '', packFile = ''] = [...DOC.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text]) => text);
const [rootPayload = '', shard = '', manifest = ''] = [...DOC.matchAll(/^ {4}(\{.*\})$/gm)].map(
	([, line]) => `${line}\n`,
);

async function signer() {
	const seed = Buffer.from(Array.from({ length: 32 }, (_, i) => i));
	const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
	const privateKey = await crypto.subtle.importKey('pkcs8', der, 'Ed25519', true, ['sign']);
	const { x = '' } = await crypto.subtle.exportKey('jwk', privateKey);
	const publicKey = new Uint8Array(Buffer.from(x, 'base64url'));
	return { keyid: await keyId(publicKey), publicKey, privateKey };
}

it('gives the bytes, the hash, the words and the signatures that the document shows', async () => {
	const key = await signer();
	const file = await signRoot(
		{ packId: '5d0c7a91e3f24b68a1970c4be82f63d5', version: 1, threshold: 1 },
		[key.publicKey],
		[key],
	);
	const { hash } = await readFirstRoot(file);
	const made = JSON.parse(new TextDecoder().decode(file));
	expect(made).toEqual(JSON.parse(rootFile));
	expect(Buffer.from(made.payload, 'base64').toString()).toBe(rootPayload);
	expect(DOC).toContain(hash);
	expect(DOC).toContain(fingerprintOf(hash).join(' '));
	const signed = new TextDecoder().decode(toSign('root', new TextEncoder().encode(rootPayload)));
	expect(DOC).toContain(signed.slice(0, signed.indexOf('{')));
	const envelope = sealed(await sign('pack', new TextEncoder().encode(manifest), [key]));
	expect(JSON.parse(new TextDecoder().decode(envelope))).toEqual(JSON.parse(packFile));
});

it('is a pack that readers can take, as the document prints it', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'sidelight-example-'));
	const said: string[] = [];
	vi.spyOn(console, 'log').mockImplementation((text) => void said.push(text));
	try {
		const at = /^lies at `(shards\/[0-9a-f]{64}\.json)`/m.exec(DOC)?.[1] ?? '';
		for (const [path, text] of [
			['roots/1.json', rootFile],
			['pack.json', packFile],
			[at, shard],
		] as const) {
			mkdirSync(dirname(join(folder, path)), { recursive: true });
			writeFileSync(join(folder, path), text);
		}
		expect([await verify(folder), said.join()]).toEqual([0, expect.stringMatching(/sound\nversion 1\/1/)]);
	} finally {
		vi.restoreAllMocks();
		rmSync(folder, { recursive: true, force: true });
	}
});
