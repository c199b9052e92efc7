/**
 * A publisher and the static files of its web host: versions, edits, rotations, and every lie the tests need. Shared by
 * unit, browser and publisher tests.
 */
import { buildPack, readPack } from '../../../lib/author/index.ts';
import { makeKey, type Numbers, signPack, signRoot } from '../../../lib/author/sign.ts';
import type { Signer } from '../../../lib/packs/envelope.ts';
import { sha256 } from '../../../lib/packs/index.ts';
import { HARBOUR } from '../../unit/support/harbour.ts';

const DAY = 86_400_000;
export const iso = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');

export interface Lies extends Partial<Numbers> {
	/** The pack's YAML. */
	text?: string;
	/** Who signs instead of the root's keys. */
	signers?: Signer[];
	/** Changes the manifest before it is signed. */
	manifest?: (manifest: Record<string, unknown>) => void;
	patches?: boolean;
}

export interface Publisher {
	readonly packId: string;
	/** By path below the folder of pack.json: what the host serves now. */
	readonly files: Map<string, Uint8Array<ArrayBuffer>>;
	/** Those that may sign now. */
	keys: Signer[];
	/** Hash of every manifest ever published. */
	readonly published: string[];
	version: { root: number; seq: number };
	/** A new version; `now` in ms. */
	publish(now: number, lies?: Lies): Promise<void>;
	/** A new root with as many new keys. */
	rotate(lies?: { by?: 'both' | 'old' | 'new'; version?: number; threshold?: number }): Promise<void>;
}

export async function createPublisher({
	keys: count = 1,
	packId = '5d0c7a91e3f24b68a1970c4be82f63d5',
} = {}): Promise<Publisher> {
	const keys = await Promise.all(Array.from({ length: count }, makeKey));
	const files = new Map<string, Uint8Array<ArrayBuffer>>();
	let shards = new Map<string, Uint8Array>();
	const root = { packId, version: 1, threshold: count };
	files.set(
		'roots/1.json',
		await signRoot(
			root,
			keys.map(({ publicKey }) => publicKey),
			keys,
		),
	);

	const publisher: Publisher = {
		packId,
		files,
		keys,
		published: [],
		version: { root: 1, seq: 0 },

		async publish(now, lies = {}) {
			const {
				text = harbour(publisher.version.seq + 1),
				signers = publisher.keys,
				manifest,
				patches,
				...numbers
			} = lies;
			const built = await build(text.replace(/id: 5d0c7a91e3f24b68a1970c4be82f63d5/, `id: ${packId}`));
			if (manifest) {
				const data = JSON.parse(new TextDecoder().decode(built.manifest));
				manifest(data);
				built.manifest = new TextEncoder().encode(JSON.stringify(data));
			}
			const seq = numbers.seq ?? publisher.version.seq + 1;
			const signed = await signPack(
				built,
				{
					rootVersion: publisher.version.root,
					issued: iso(now),
					expires: iso(now + 30 * DAY),
					...numbers,
					seq,
				},
				signers,
				patches ? shards : new Map(),
			);
			for (const [hash, bytes] of built.shards) files.set(`shards/${hash}.json`, bytes.slice());
			for (const [hash, bytes] of signed.patches) files.set(`patches/${hash}.json`, bytes.slice());
			files.set('pack.json', signed.envelope);
			shards = built.shards;
			publisher.version.seq = seq;
			publisher.published.push(await sha256(signed.payload));
		},

		async rotate({
			by = 'both',
			version = publisher.version.root + 1,
			threshold = publisher.keys.length,
		} = {}) {
			const next = await Promise.all(publisher.keys.map(makeKey));
			const signers = [...(by === 'new' ? [] : publisher.keys), ...(by === 'old' ? [] : next)];
			files.set(
				`roots/${version}.json`,
				await signRoot(
					{ packId, version, threshold },
					next.map(({ publicKey }) => publicKey),
					signers,
				),
			);
			publisher.keys = next;
			publisher.version = { root: version, seq: 0 };
		},
	};
	return publisher;
}

/** HARBOUR with one claim's text made another in every version. */
export const harbour = (version: number): string =>
	HARBOUR.replace('A ferry will run every day', `A ferry will run every day (${version})`);

export async function build(text: string) {
	const { source, problems } = readPack([{ path: 'pack.yaml', text }]);
	if (!source) throw new Error(JSON.stringify(problems));
	return buildPack(source);
}
