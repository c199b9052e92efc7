/** Statements in the order readers meet them: an answer always with what it answers, differences first. */
import type { ClaimLine } from '../../lib/corpus/views.ts';

export interface Thread {
	claim: ClaimLine;
	/** Denials and answers to it, as given. */
	answers: ClaimLine[];
}

export interface Threads {
	/** Reported unlike somewhere in the thread; values that differ before mere wording. */
	unlike: Thread[];
	alike: Thread[];
}

export function threads(lines: readonly ClaimLine[]): Threads {
	const byRoot = Map.groupBy(lines, (line) => rootOf(line, lines));
	const all = lines.flatMap((claim) => {
		const members = byRoot.get(claim);
		return members ? [{ claim, answers: members.filter((line) => line !== claim) }] : [];
	});
	const unlike = all.filter((thread) => weight(thread) > 0).sort((a, b) => weight(b) - weight(a));
	return { unlike, alike: all.filter((thread) => weight(thread) === 0) };
}

const weight = ({ claim, answers }: Thread) =>
	Math.max(...[claim, ...answers].map(({ unlike }) => (unlike === 'differs' ? 2 : unlike === null ? 0 : 1)));

/** An answer to an answer stays in the thread; in a ring the first that was given leads. */
function rootOf(line: ClaimLine, lines: readonly ClaimLine[]): ClaimLine {
	const seen = new Set<ClaimLine>();
	let at = line;
	while (!seen.has(at)) {
		seen.add(at);
		const asked = at.answers;
		const next = lines.find(({ id }) => id === asked);
		if (next === undefined) return at;
		at = next;
	}
	return lines.find((one) => seen.has(one)) ?? at;
}
