/**
 * Whether claims a reader holds on to still stand: by public id, from any list. Nothing is recorded about who asks for
 * what. Reads the store.
 */
import type { Claim } from '../packs/index.ts';
import { type Reader, say } from '../text/index.ts';
import type { Corpus } from './corpus.ts';
import { splitId } from './store.ts';
import type { CorrectedLine } from './views.ts';

export interface Correction {
	/** Public id of the claim. */
	claim: string;
	how: 'altered' | 'withdrawn';
	/** ms since 1970: when the version that corrected it became live here. */
	at: number;
	was: Claim;
	/** null when the claim was withdrawn. */
	now: Claim | null;
}

/** `since`: ms since 1970; earlier corrections are known to whoever holds the list. */
export async function correctionsOf(
	{ store, claim }: Pick<Corpus, 'store' | 'claim'>,
	ids: readonly string[],
	since = 0,
): Promise<Correction[]> {
	const rows = (await store.corrections.bulkGet([...new Set(ids)])).filter((row) => row !== undefined);
	const live = rows.filter(({ at }) => at >= since);
	return Promise.all(
		live.map(async ({ id, how, at, was }) => ({
			claim: id,
			how,
			at,
			was,
			now: (await claim(...splitId(id)))?.record ?? null,
		})),
	);
}

/** As readers see them. A statement whose words stayed the same had its reports corrected: the card shows these anyway. */
export async function correctedLines(
	corpus: Pick<Corpus, 'store' | 'claim'>,
	{ claims, since }: { claims: readonly string[]; since: number },
	reader: Reader,
): Promise<CorrectedLine[]> {
	return (await correctionsOf(corpus, claims, since))
		.map(({ claim, was, now }) => ({
			claim,
			was: say(was.text, reader),
			now: now && say(now.text, reader),
		}))
		.filter(({ was, now }) => was.text !== now?.text);
}
