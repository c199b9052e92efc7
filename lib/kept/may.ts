/** Whether a page may be kept, and why not. Touches nothing. */
import type { Kept } from './kept.ts';

/** private: nothing of a private window is. in-pack: a pack has it. undated: once the reader has given its date. */
export type May = 'yes' | 'undated' | 'private' | 'in-pack';

/** `one`: what there would be to keep. */
export function mayKeep(one: Kept | null, { incognito }: { incognito: boolean }): May {
	if (incognito) return 'private';
	if (one === null) return 'in-pack';
	return one.published === '' ? 'undated' : 'yes';
}
