/** `sign`: the manifest of a built pack with its numbers and dates, signed. Several machines may sign one after the other. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { signPack } from '../../lib/author/sign.ts';
import { openEnvelope, sealed } from '../../lib/packs/envelope.ts';
import { LIMITS } from '../../lib/packs/limits.ts';
import { readSigned } from '../../lib/packs/signed.ts';
import { checkAddress } from '../../lib/packs/url.ts';
import { parseManifest } from '../../lib/packs/wire.ts';
import { bytesOf, keyFolder, openKeys, PublishError, writeWhole } from './keys.ts';

export interface SignOptions {
	keys?: string;
	seq?: string;
	issued?: string;
	expires?: string;
	mirror?: string[];
	/** Hours between checks, 6 to 168. */
	check?: string;
	/** Where the pack lives on. */
	superseded?: string;
	/** Why it is withdrawn. */
	revoked?: string;
	/** Published folder of the version before, for patches. */
	previous?: string;
}

/** @returns the exit code */
export async function signBuilt(folder: string, options: SignOptions): Promise<number> {
	const said = numbersOf(options);
	const manifest = bytesOf(join(folder, 'manifest.json'));
	const { packId } = parseManifest(manifest);
	const { root, signers, path: keys } = await openKeys(keyFolder(options.keys, packId));
	if (signers.length === 0) throw new PublishError(`${keys} holds no private key of root ${root.version}`);
	const numbers = { rootVersion: root.version, ...said };
	const old = options.previous ? currentShards(options.previous) : new Map<string, Uint8Array>();
	const signed = await signPack({ manifest, shards: shardsOf(folder) }, numbers, signers, old);
	const path = join(folder, 'pack.json');
	const envelope = existsSync(path) ? joined(bytesOf(path), signed.envelope) : signed.envelope;
	for (const [hash, bytes] of signed.patches) writeWhole(join(folder, 'patches', `${hash}.json`), bytes);
	writeWhole(path, envelope);
	const count = openEnvelope(envelope, 'pack').signatures.length;
	if (count < root.threshold) {
		console.log(
			`${path}: ${count} of ${root.threshold} signatures; take the folder to the next key and sign again`,
		);
		return 0;
	}
	await readSigned(envelope, root);
	console.log(
		`${path}: version ${root.version}/${said.seq}, ${count} signatures, ${signed.patches.size} patches`,
	);
	return 0;
}

/** What goes into the manifest, so sound that readers take it. Throws PublishError, PackError `bad-url`. */
function numbersOf({ seq, issued, expires, mirror = [], check, superseded, revoked }: SignOptions) {
	if (!/^\d{1,15}$/.test(seq ?? '') || !isInstant(issued) || !isInstant(expires) || expires <= issued) {
		throw new PublishError(
			'sign needs --seq 1 --issued 2026-11-22T12:00:00Z --expires 2026-12-22T12:00:00Z, in UTC, one after the other',
		);
	}
	if (mirror.length > LIMITS.mirrors) throw new PublishError(`${LIMITS.mirrors} mirrors at most`);
	for (const one of superseded ? [...mirror, superseded] : mirror) checkAddress(one);
	if (check !== undefined && !(Number(check) >= 6 && Number(check) <= 168))
		throw new PublishError('--check is hours between checks, 6 to 168');
	return {
		seq: Number(seq),
		issued,
		expires,
		...(mirror.length > 0 && { mirrors: mirror }),
		...(check !== undefined && { check: Math.round(Number(check)) }),
		...(superseded && { superseded }),
		...(revoked && { revoked }),
	};
}

const isInstant = (text = ''): text is string =>
	/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text) && !Number.isNaN(Date.parse(text));

/** Signatures over the same bytes come together; over others, the new ones count. */
function joined(old: Uint8Array, next: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
	const [one, two] = [openEnvelope(old, 'pack'), openEnvelope(next, 'pack')];
	if (Buffer.compare(one.payload, two.payload) !== 0) return next;
	const own = new Set(two.signatures.map(({ keyid }) => keyid));
	return sealed({
		...two,
		signatures: [...two.signatures, ...one.signatures.filter(({ keyid }) => !own.has(keyid))],
	});
}

/** Of a published folder only those that readers of its version hold. */
function currentShards(folder: string): Map<string, Uint8Array> {
	const { shards } = parseManifest(openEnvelope(bytesOf(join(folder, 'pack.json')), 'pack').payload);
	const named = new Set(shards.map(({ h }) => h));
	return new Map([...shardsOf(folder)].filter(([hash]) => named.has(hash)));
}

export function shardsOf(folder: string): Map<string, Uint8Array> {
	const path = join(folder, 'shards');
	const names = existsSync(path) ? readdirSync(path).filter((name) => name.endsWith('.json')) : [];
	return new Map(names.sort().map((name) => [name.slice(0, -5), bytesOf(join(path, name))]));
}
