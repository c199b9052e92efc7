/** What can be wrong with a pack that arrives, or with taking it in. Texts for people and retries hang on the code. */

export const PACK_CODES = [
	// The bytes
	'not-a-pack',
	'wrong-hash',
	'wrong-size',
	'wrong-totals',
	'too-large',
	'newer-format',
	'newer-client',
	'missing-shard',
	// Trust
	'bad-signature',
	'weak-key',
	'bad-root',
	'wrong-key',
	'other-pack',
	'rollback',
	'equivocation',
	'downgrade',
	'expired',
	'clock',
	// The way
	'bad-url',
	'not-open',
	'unreachable',
	'stalled',
	'refused',
	'too-often',
	// This device
	'no-room',
	'newer-store',
	'busy',
	'gone',
	'too-many',
	'known',
	'too-soon',
	'nothing-to-undo',
] as const;
export type PackCode = (typeof PACK_CODES)[number];

export class PackError extends Error {
	readonly code: PackCode;
	/** ms the host asked us to wait. */
	readonly wait: number;
	/** The pack it is about, where the asker does not know. */
	readonly pack: string | null;
	constructor(code: PackCode, detail?: string, wait = 0, pack: string | null = null) {
		super(detail ? `${code}: ${detail}` : code);
		this.name = 'PackError';
		this.code = code;
		this.wait = wait;
		this.pack = pack;
	}
}

/** Faults of the way, which another try may not meet. */
const PASSING = new Set<PackCode>(['unreachable', 'stalled', 'refused', 'too-often', 'missing-shard']);
export const mayPass = (error: unknown): error is PackError =>
	error instanceof PackError && PASSING.has(error.code);

/** The extension's local storage says it in its message alone: Firefox by the same name, Chromium by its file system's. */
const FULL = /QuotaExceededError|FILE_ERROR_NO_SPACE/;

/** As it is kept and shown; what is not a PackError is a fault of ours or of the store. */
export function codeOf(error: unknown): PackCode | 'failed' {
	if (error instanceof PackError) return error.code;
	const { name, message, inner } = (error ?? {}) as Partial<Error> & { inner?: Partial<Error> };
	return FULL.test(`${name} ${inner?.name} ${message}`) ? 'no-room' : 'failed';
}
