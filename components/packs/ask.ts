/** What the packs page wants done; the door behind it is the background or, in the looks page, a sample. */
import type { CorrectedLine } from '../../lib/corpus/views.ts';
import type { PackLook, PackState } from '../../lib/messages/packs.ts';

/** Each rejects with an error that has a `code`. */
export interface PacksDoor {
	list(): Promise<{ packs: PackState[]; used: number }>;
	/** `typed` may end in `#key=` and eight words. */
	look(typed: string): Promise<PackLook>;
	subscribe(look: PackLook): Promise<void>;
	check(pack: string): Promise<void>;
	/** Statements that the live version says otherwise than the one before, or no more. */
	corrected(pack: string): Promise<CorrectedLine[]>;
	pause(pack: string, paused: boolean): Promise<void>;
	raise(pack: string): Promise<void>;
	undo(pack: string): Promise<void>;
	remove(pack: string): Promise<void>;
	/** What the file is, and then taking it in. */
	lookAtFile(file: File): Promise<PackLook>;
	importFile(file: File): Promise<void>;
	exportFile(pack: string): Promise<void>;
}

export const codeFrom = (error: unknown): string => String((error as { code?: unknown }).code ?? 'failed');
