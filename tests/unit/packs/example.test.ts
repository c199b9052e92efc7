/** The worked example of docs/pack-format.md is what this program makes and reads. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { signRoot } from '../../../lib/author/sign.ts';
import { keyId, toSign } from '../../../lib/packs/envelope.ts';
import { fingerprintOf } from '../../../lib/packs/fingerprint.ts';
import { readFirstRoot } from '../../../lib/packs/roots.ts';

const DOC = readFileSync('docs/pack-format.md', 'utf8');

it('gives the bytes, the hash, the words and the signature that the document shows', async () => {
	const seed = Buffer.from(Array.from({ length: 32 }, (_, i) => i));
	const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
	const privateKey = await crypto.subtle.importKey('pkcs8', der, 'Ed25519', true, ['sign']);
	const { x = '' } = await crypto.subtle.exportKey('jwk', privateKey);
	const publicKey = new Uint8Array(Buffer.from(x, 'base64url'));
	const signer = { keyid: await keyId(publicKey), publicKey, privateKey };
	const file = await signRoot(
		{ packId: '5d0c7a91e3f24b68a1970c4be82f63d5', version: 1, threshold: 1 },
		[publicKey],
		[signer],
	);
	const { hash } = await readFirstRoot(file);
	const text = new TextDecoder().decode(file);
	const payload = Buffer.from(JSON.parse(text).payload, 'base64');
	expect(DOC).toContain(text.trim());
	expect(DOC).toContain(payload.toString().trim());
	expect(DOC).toContain(hash);
	expect(DOC).toContain(fingerprintOf(hash).join(' '));
	const signed = new TextDecoder().decode(toSign('root', new Uint8Array(payload)));
	expect(DOC).toContain(signed.slice(0, signed.indexOf('{')));
});
