/**
 * Whether claims a reader holds on to still stand: by public id, from any list. Nothing is recorded about who asks for
 * what. Reads the store.
 */
import type { Claim } from '../packs/index.ts';
import { type Reader, say } from '../text/index.ts';
import type { Corpus } from './corpus.ts';
import { type CorrectionRow, splitId } from './store.ts';
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
	return withNow(
		claim,
		rows.filter(({ at }) => at >= since),
	);
}

/** What the version that is live corrected of the one before it: `most` of it. */
export async function correctionsIn(
	{ store, claim }: Pick<Corpus, 'store' | 'claim'>,
	pack: string,
	most: number,
): Promise<Correction[]> {
	const hash = (await store.heads.get(pack))?.live?.hash;
	const rows = store.corrections.where('pack').equals(pack);
	return withNow(
		claim,
		await rows
			.filter(({ by }) => by === hash)
			.limit(most)
			.toArray(),
	);
}

async function withNow(claim: Corpus['claim'], rows: CorrectionRow[]): Promise<Correction[]> {
	const all = await Promise.all(
		rows.map(async ({ id, how, at, was }) => ({
			claim: id,
			how,
			at,
			was,
			now: (await claim(...splitId(id)))?.record ?? null,
		})),
	);
	return all.filter(({ was, now }) => now === null || isOther(was, now));
}

/** What more articles report since, or is known by other cues, says what it said. */
function isOther(was: Claim, now: Claim): boolean {
	const said = ({ cues: _, not: __, reports: ___, ...rest }: Claim) => JSON.stringify(rest);
	const still = new Set(now.reports.map((report) => JSON.stringify(report)));
	return said(was) !== said(now) || was.reports.some((report) => !still.has(JSON.stringify(report)));
}

/** As readers see them. Where the words stayed the same, what is reported of it, and how, was corrected. */
export async function correctedLines(
	corpus: Pick<Corpus, 'store' | 'claim'>,
	{ claims, since }: { claims: readonly string[]; since: number },
	reader: Reader,
): Promise<CorrectedLine[]> {
	return (await correctionsOf(corpus, claims, since)).map(({ claim, was, now }) => ({
		claim,
		was: say(was.text, reader),
		now: now && say(now.text, reader),
	}));
}
