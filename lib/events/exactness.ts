/** One remark in another strength, one figure more or less exact: how a page stands to the other reports. Touches nothing. */
import type { Claim, Value } from '../packs/index.ts';
import { grain, spanOf } from '../text/index.ts';
import type { Compared } from './compared.ts';
import type { Firing } from './cues.ts';
import type { Known, Variant } from './known.ts';
import type { PlacedSentence } from './sentences.ts';

/** Articles that tell a remark in another way than the page does; none where all tell it alike. */
export function unlikeIn(
	{ variants }: Pick<Known, 'variants'>,
	firings: readonly Firing[],
	sentences: readonly PlacedSentence[],
	own: string | null,
): string[] {
	if (variants.length < 2) return [];
	const told = new Set(firings.map((firing) => variantOf(variants, firing, sentences)));
	const apart = variants.filter((variant) => !told.has(variant));
	// A page that tells it in every way is unlike those that only have the claim's own.
	const unlike = apart.length > 0 ? apart : variants.slice(0, 1);
	return unlike.flatMap(({ articles }) => articles.filter((article) => article !== own));
}

/** The way that has most of what sets it apart from the others. */
function variantOf(
	variants: readonly Variant[],
	{ sentences: at, put }: Firing,
	sentences: readonly PlacedSentence[],
): Variant {
	const here = at.flatMap((i) => [...(sentences[i]?.entities ?? []), ...(sentences[i]?.terms ?? [])]);
	const ids = new Set(here);
	const near = ({ ids: wanted, moods }: Variant) => {
		const met = [...wanted].filter((id) => ids.has(id)).length;
		const mood = [...moods].some((one) => put.moods.has(one)) ? 0.5 : 0;
		return (wanted.size > 0 ? met / wanted.size : 0) + mood;
	};
	return variants.reduce((best, one) => (near(one) > near(best) ? one : best));
}

/** How exact a match is beside the claim's own value. */
const EXACT: Partial<Record<Compared['values'][string], number>> = { coarser: -1, same: 0, finer: 1 };

/** null where the page is as exact as the others, or says no figure. */
export function finer(
	{ values, reports }: Pick<Claim, 'values' | 'reports'>,
	here: Compared['values'],
	own: string | null,
): 'finer-here' | 'finer-elsewhere' | null {
	const others = reports.filter(({ article }) => article !== own);
	if (others.length === 0) return null;
	for (const [name, value] of Object.entries(values)) {
		const exact = EXACT[here[name] ?? 'none'];
		if (exact === undefined || !('duration' in value)) continue;
		const theirs = others.map((report) => exactness(report.values[name], value));
		if (theirs.some((other) => other > exact)) return 'finer-elsewhere';
		if (theirs.every((other) => other < exact)) return 'finer-here';
	}
	return null;
}

function exactness(value: Value | undefined, claim: { duration: string }): number {
	if (!value || !('duration' in value)) return 0;
	return Math.sign(grain(spanOf(claim.duration)) - grain(spanOf(value.duration)));
}
