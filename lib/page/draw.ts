/** Which ranges come and which go, so that the marks are those wanted. Reads only sections that gain a mark. */
import { rangeOf, type TextBlock } from './blocks.ts';
import { isSeen, type Kept } from './choice.ts';
import { type At, type Ledger, placesIn } from './ledger.ts';
import type { Section, Sections } from './sections.ts';

export interface Drawn {
	added: StaticRange[];
	stale: StaticRange[];
	/** Some place is not shown: another one of that name should be chosen. */
	unseen: boolean;
}

export function drawMarks(
	sections: Sections,
	ledger: Ledger,
	kept: ReadonlyMap<Section, Kept>,
	those: readonly Section[],
	wantedIn: (section: Section, kept: Kept) => readonly number[],
): Drawn {
	const drawn: Drawn = { added: [], stale: [], unseen: false };
	for (const section of those) {
		const one = kept.get(section);
		if (!one) continue;
		const wanted = wantedIn(section, one);
		if (!wanted.length && !one.drawn.size) continue;
		for (const [place, range] of one.drawn) {
			if (wanted.includes(place)) continue;
			one.drawn.delete(place);
			drawn.stale.push(range);
		}
		const missing = wanted.filter((place) => !one.drawn.has(place));
		if (missing.length > 0) drawIn(sections.read(section), ledger, one, missing, drawn);
	}
	return drawn;
}

function drawIn(
	blocks: readonly TextBlock[] | null,
	ledger: Ledger,
	one: Kept,
	missing: readonly number[],
	drawn: Drawn,
) {
	if (!blocks) return;
	const all: At[] = [...placesIn(one.places)];
	for (const place of missing) {
		const at = all[place] as At;
		const there = blocks[at.block];
		const range = there && ledger.stands(at, there.text) && rangeOf(there, at.start, at.end);
		if (!range) continue;
		if (!isSeen(range.startContainer.parentElement ?? there.element)) {
			one.unseen.add(place);
			drawn.unseen = true;
			continue;
		}
		one.drawn.set(place, range);
		drawn.added.push(range);
	}
}
