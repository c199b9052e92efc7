/** The chain of roots, from the host: first sight with or without a fingerprint, and every hand-over since. Touches its ports. */
import { download } from './download.ts';
import { PackError } from './errors.ts';
import { envelopeLimit, LIMITS } from './limits.ts';
import type { Ports } from './ports.ts';
import { type Root, readFirstRoot, readNextRoot, type TrustedRoot } from './roots.ts';

export interface RootFile {
	root: TrustedRoot;
	bytes: Uint8Array;
}

type Way = Pick<Ports, 'fetch' | 'clock'>;

const fetchRoot = async (
	way: Way,
	base: string,
	version: number,
	signal: AbortSignal,
): Promise<Uint8Array> => {
	const url = `${base}roots/${version}.json`;
	const { bytes } = await download(way, { url, limit: envelopeLimit(LIMITS.root), signal });
	return bytes as Uint8Array;
};

/**
 * The root of that version at first sight. A fingerprint (`pin`, 22 hexadecimal digits) may be of this root or of an
 * earlier one, from which an unbroken chain must lead here. Throws PackError.
 */
export async function firstRoot(
	way: Way,
	base: string,
	version: number,
	pin: string | null,
	signal: AbortSignal,
): Promise<RootFile> {
	const chain = [await rootOf(version)];
	const newest = chain[0] as RootFile;
	if (pin === null || newest.root.hash.startsWith(pin)) return newest;
	for (let at = version - 1; at >= 1 && chain.length <= LIMITS.rotations; at--) {
		const older = await rootOf(at);
		if (!older.root.hash.startsWith(pin)) {
			chain.unshift(older);
			continue;
		}
		let trusted: Root = older.root;
		for (const { bytes } of chain) trusted = await readNextRoot(bytes, trusted);
		return newest;
	}
	throw new PackError('wrong-key');

	async function rootOf(n: number): Promise<RootFile> {
		const bytes = await fetchRoot(way, base, n, signal);
		const root = await readFirstRoot(bytes);
		if (root.version !== n) throw new PackError('bad-root', `version ${root.version} at ${n}`);
		return { root, bytes };
	}
}

/** From the root we trust to `version`, one hand-over at a time. Throws PackError. */
export async function nextRoots(
	way: Way,
	base: string,
	trusted: TrustedRoot,
	version: number,
	signal: AbortSignal,
): Promise<RootFile | null> {
	if (version - trusted.version > LIMITS.rotations)
		throw new PackError('bad-root', 'too many rotations at once');
	let last = trusted;
	let newest: RootFile | null = null;
	for (let at = trusted.version + 1; at <= version; at++) {
		const bytes = await fetchRoot(way, base, at, signal);
		last = await readNextRoot(bytes, last);
		newest = { root: last, bytes };
	}
	return newest;
}
