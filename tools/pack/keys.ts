/** A publisher's keys and roots in a folder of their own, never inside a repository. Reads and writes files. */
import {
	chmodSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	realpathSync,
	renameSync,
	writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { keyId, type Signer } from '../../lib/packs/envelope.ts';
import { readFirstRoot, readNextRoot, type TrustedRoot } from '../../lib/packs/roots.ts';

export interface KeyFolder {
	path: string;
	/** Envelopes, oldest first. */
	roots: Uint8Array<ArrayBuffer>[];
	/** The newest. */
	root: TrustedRoot;
	/** Private keys that are here, by key id; some may lie on another machine. */
	signers: Signer[];
}

export class PublishError extends Error {}

/** Throws PublishError for a folder inside a repository, this checkout, or a published pack. */
export const keyFolder = (given: string | undefined, packId: string): string => {
	const path = resolve(given ?? join(homedir(), '.config', 'sidelight', 'keys', packId));
	for (let at = realOf(path); ; at = dirname(at)) {
		if (at === CHECKOUT || REPOSITORIES.some((name) => existsSync(join(at, name)))) {
			throw new PublishError(
				`${path} lies in the repository ${at}: keys must not. Give another folder by --keys.`,
			);
		}
		if (existsSync(join(at, 'pack.json')))
			throw new PublishError(`${path} lies in ${at}, which is published: keys must not.`);
		if (at === dirname(at)) return path;
	}
};

const REPOSITORIES = ['.git', '.hg', '.jj', '.svn'];
const CHECKOUT = realpathSync(join(import.meta.dirname, '..', '..'));

/** Through links, as far as the folder exists. */
const realOf = (path: string): string =>
	existsSync(path) || path === dirname(path)
		? realpathSync(path)
		: join(realOf(dirname(path)), basename(path));

/** Throws PublishError when there is no sound root. */
export async function openKeys(path: string): Promise<KeyFolder> {
	const folder = join(path, 'roots');
	const count = existsSync(folder)
		? readdirSync(folder).filter((name) => /^\d+\.json$/.test(name)).length
		: 0;
	if (count === 0)
		throw new PublishError(`no keys in ${path}: make them by "npm run pack -- keygen <folder>"`);
	const roots = Array.from({ length: count }, (_, at) => bytesOf(join(folder, `${at + 1}.json`)));
	let root = await readFirstRoot(roots[0] as Uint8Array);
	for (const bytes of roots.slice(1)) root = await readNextRoot(bytes, root);
	return { path, roots, root, signers: await readSigners(path, root) };
}

/** Those whose keys the root names. */
async function readSigners(path: string, root: TrustedRoot): Promise<Signer[]> {
	const signers: Signer[] = [];
	for (const key of root.keys) {
		const publicKey = new Uint8Array(Buffer.from(key, 'base64'));
		const keyid = await keyId(publicKey);
		const file = join(path, `${keyid.slice(0, 16)}.pem`);
		if (!existsSync(file)) continue;
		const der = Buffer.from(readFileSync(file, 'utf8').replace(/-----[^-]+-----|\s/g, ''), 'base64');
		const privateKey = await crypto.subtle.importKey('pkcs8', der, 'Ed25519', false, ['sign']);
		signers.push({ keyid, publicKey, privateKey });
	}
	return signers;
}

export async function writeKey(path: string, { keyid, privateKey }: Signer): Promise<string> {
	const der = Buffer.from(await crypto.subtle.exportKey('pkcs8', privateKey)).toString('base64');
	const file = join(path, `${keyid.slice(0, 16)}.pem`);
	mkdirSync(path, { recursive: true, mode: 0o700 });
	chmodSync(path, 0o700);
	writeFileSync(file, `-----BEGIN PRIVATE KEY-----\n${der}\n-----END PRIVATE KEY-----\n`, {
		mode: 0o600,
		flag: 'wx',
	});
	return file;
}

/** Whole or not at all, so that it can be tried again. */
export function writeWhole(path: string, bytes: Uint8Array): void {
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(`${path}.new`, bytes);
	renameSync(`${path}.new`, path);
}

export const bytesOf = (path: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(path));
