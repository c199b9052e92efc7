/**
 * Names on a page as cues take them: also the weak ones nothing speaks against. A mark under a wrong name misleads; a
 * cue is one of several that must meet. Touches nothing.
 */
import type { Candidate } from './found.ts';
import { KIND } from './found.ts';
import { judge, type Mention } from './meaning.ts';

/** Mentions, and `loose`: weak names of one bearer without evidence on the page, where no mention stands. */
export function withLoose(
	texts: readonly string[],
	lists: readonly (readonly Candidate[])[],
): { mentions: Mention[]; loose: Omit<Mention, 'strength'>[] } {
	const verdicts = judge(texts.map((text, i) => ({ text, candidates: lists[i] ?? [] })));
	const mentions = verdicts.filter((verdict) => verdict.entity !== null);
	const loose = verdicts.flatMap((verdict) => {
		if (verdict.entity !== null || verdict.why !== 'no-evidence') return [];
		const { block, start, end } = verdict;
		const one = lists[block]?.find((candidate) => candidate.start === start && candidate.end === end);
		const entity = one?.kind === KIND.weak && one.entities.length === 1 ? one.entities[0] : undefined;
		return entity === undefined ? [] : [{ block, start, end, entity }];
	});
	return { mentions, loose };
}
