/** What our own pages may ask about packs. Content scripts may ask none of it: it takes addresses, and it writes. */
import * as v from 'valibot';
import type { Changes, PackCode, SignedManifest } from '../packs/index.ts';
import { AskError } from './page.ts';

const Pack = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));
const Address = v.pipe(v.string(), v.maxLength(4096));

export const PackRequest = v.variant('type', [
	v.strictObject({ type: v.literal('packs-list') }),
	/** `pin`: the fingerprint it must have, 22 hexadecimal digits. */
	v.strictObject({ type: v.literal('packs-look'), url: Address, pin: v.nullable(v.string()) }),
	/** `root`: SHA-256 of the root the reader was shown. */
	v.strictObject({ type: v.literal('packs-subscribe'), url: Address, root: v.string() }),
	v.strictObject({ type: v.literal('packs-check'), pack: Pack }),
	v.strictObject({ type: v.literal('packs-pause'), pack: Pack, paused: v.boolean() }),
	v.strictObject({ type: v.literal('packs-raise'), pack: Pack }),
	v.strictObject({ type: v.literal('packs-undo'), pack: Pack }),
	v.strictObject({ type: v.literal('packs-remove'), pack: Pack }),
	/** A page of ours imported a file. */
	v.strictObject({ type: v.literal('packs-changed') }),
]);
export type PackRequest = v.InferOutput<typeof PackRequest>;

/** Whether a message is one of these, so that other listeners leave it alone. */
export const isPackRequest = (message: unknown): boolean =>
	String((message as { type?: unknown } | null)?.type).startsWith('packs-');

/** One pack as the packs page shows it. Times in ms since 1970; 0: never. */
export interface PackState {
	pack: string;
	/** null until its first version is live. */
	manifest: (Omit<SignedManifest, 'shards' | keyof Signed> & Partial<Signed>) | null;
	size: number;
	origin: 'bundled' | 'signed';
	/** '' when it came from a file or with the extension. */
	url: string;
	/** SHA-256 of the trusted root; null for the bundled pack. */
	root: string | null;
	since: number;
	checked: number;
	due: number;
	expires: string;
	paused: boolean;
	error: { code: PackCode | 'failed'; at: number } | null;
	moved: { bytes: number; requests: number; lastBytes: number; lastRequests: number } | null;
	changes: Changes | null;
	/** Until when the version before can be gone back to; 0: not at all. */
	undoUntil: number;
	/** 0 to 1 while a run is open. */
	progress: number | null;
}
type Signed = Pick<SignedManifest, 'rootVersion' | 'seq' | 'issued' | 'expires'>;

/** A pack before anything of it is taken. */
export interface PackLook {
	url: string;
	root: string;
	manifest: Omit<SignedManifest, 'shards'>;
	size: number;
	/** Titles of packs here that it could be mistaken for. */
	lookalikes: string[];
}

export interface PackAnswers {
	'packs-list': { packs: PackState[]; used: number };
	'packs-look': { look: PackLook };
	'packs-subscribe': Record<string, never>;
	'packs-check': Record<string, never>;
	'packs-pause': Record<string, never>;
	'packs-raise': Record<string, never>;
	'packs-undo': Record<string, never>;
	'packs-remove': Record<string, never>;
	'packs-changed': Record<string, never>;
}

/** Throws `AskError` with its code. */
export async function askPacks<T extends PackRequest['type']>(
	request: Extract<PackRequest, { type: T }>,
	send: (message: unknown) => Promise<unknown>,
): Promise<PackAnswers[T]> {
	const answer = (await send(request)) as PackAnswers[T] | { error: string } | undefined;
	if (!answer) throw new AskError('failed');
	if ('error' in answer) throw new AskError(answer.error);
	return answer;
}
