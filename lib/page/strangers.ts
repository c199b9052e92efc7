/**
 * People no pack knows: asked for once a text, and only for texts where a weak name may be part of theirs.
 * Where they cannot be had, doubtful names stay unmarked. Touches nothing.
 */
import type { Span } from '../names/page.ts';
import type { Doubt } from './ledger.ts';
import { keepRecent } from './scan.ts';

/** Texts that are asked for at one time. */
const MOST = 200;

/** Lifts doubts; tells whether any was. */
export type Lifter = (doubts: readonly Doubt[]) => Promise<boolean>;

export function createLifter(
	ask: (texts: string[]) => Promise<Span[][]>,
	textOf: (doubt: Doubt) => string | undefined,
	lift: (doubt: Doubt, strangers: readonly Span[]) => void,
): Lifter {
	const known = new Map<string, readonly Span[] | null>();
	return async (doubts) => {
		const texts = new Map<string, Doubt[]>();
		let lifted = false;
		for (const doubt of doubts) {
			if (texts.size >= MOST) break;
			const text = textOf(doubt);
			const spans = text === undefined ? null : known.get(text);
			if (spans === undefined) texts.set(text as string, [...(texts.get(text as string) ?? []), doubt]);
			if (!spans) continue;
			lift(doubt, spans);
			lifted = true;
		}
		if (!texts.size) return lifted;
		const spans = await ask([...texts.keys()]).catch(() => []);
		for (const [i, [text, those]] of [...texts].entries()) {
			keepRecent(known, text, spans[i] ?? null);
			for (const doubt of those) if (spans[i]) lift(doubt, spans[i]);
		}
		return lifted || spans.length > 0;
	};
}
