/** The sign and the word of each state: colour only repeats them. */
import type { GroupKind, Stand } from '../../lib/corpus/comparison-views.ts';
import type { State } from '../../lib/events/index.ts';
import type { Key } from '../../lib/locale/index.ts';

interface Sign {
	sign: string;
	word: Key;
}

export const GROUP_SIGNS: Record<GroupKind, Sign & { why: Key }> = {
	differs: { sign: '≠', word: 'groupDiffers', why: 'groupDiffersWhy' },
	worded: { sign: '≈', word: 'groupWorded', why: 'groupWordedWhy' },
	'finer-elsewhere': { sign: '＋', word: 'groupFiner', why: 'groupFinerWhy' },
	'no-match': { sign: '–', word: 'groupNoMatch', why: 'groupNoMatchWhy' },
	'came-later': { sign: '→', word: 'groupLater', why: 'groupLaterWhy' },
	found: { sign: '✓', word: 'groupFound', why: 'groupFoundWhy' },
};

export const STAND_SIGNS: Record<Stand, Sign> = {
	says: { sign: '✓', word: 'standSays' },
	finer: { sign: '＋', word: 'standFiner' },
	worded: { sign: '≈', word: 'standWorded' },
	differs: { sign: '≠', word: 'standDiffers' },
	silent: { sign: '–', word: 'standSilent' },
};

/** The page's own stand in a claim. null: not sure enough to say. */
export const STATE_SIGNS: Record<State, Sign> = {
	differs: { sign: '≠', word: 'standDiffers' },
	worded: { sign: '≈', word: 'standWorded' },
	'finer-elsewhere': { sign: '✓', word: 'stateCoarser' },
	'finer-here': { sign: '＋', word: 'standFiner' },
	found: { sign: '✓', word: 'stateFound' },
	'no-match': { sign: '–', word: 'stateNoMatch' },
	'came-later': { sign: '→', word: 'stateLater' },
};
export const UNSURE: Sign = { sign: '?', word: 'stateUnsure' };
