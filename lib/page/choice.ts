/** Which of the names on a page are marked. Touches nothing. */
import type { Mode, Role } from '../messages/page.ts';
import { isShadow } from './blocks.ts';
import { blockOf, countOf, entityOf, type Places } from './ledger.ts';
import { elementAbove } from './nodes.ts';
import type { Section } from './sections.ts';

/** What is kept of a section with names in it. */
export interface Kept {
	places: Places;
	/** By block; null beyond the head of the page. */
	roles: readonly Role[] | null;
	/** Drawn now, by number of the place. */
	drawn: Map<number, StaticRange>;
	/** Counts as near until the browser tells. */
	presumed: boolean;
	/** Numbers of places that are not shown, as far as is known. */
	unseen: Set<number>;
}

export interface Choice {
	/** Chooses anew; what is marked stays marked where it still stands. */
	choose(kept: ReadonlyMap<Section, Kept>, order: readonly Section[], settled: boolean): void;
	/** Numbers of the places to be marked in a section. */
	in(section: Section, kept: Kept): number[];
	hide(entity: number, hide: boolean): void;
	/** Another article stands here now. */
	reset(): void;
}

const around = (role: Role | undefined) => role === 'chrome' || role === 'teaser' || role === 'comment';

export function createChoice(mode: () => Mode): Choice {
	const hidden = new Set<number>();
	/** Where each entity is marked: once a page. */
	let homes = new Map<number, { section: Section; place: number }>();

	const standsStill = (entity: number, kept: ReadonlyMap<Section, Kept>) => {
		const home = homes.get(entity);
		const there = home && !home.section.gone ? kept.get(home.section) : undefined;
		if (!home || !there || there.unseen.has(home.place)) return false;
		return entityOf(there.places, home.place) === entity;
	};

	return {
		choose(kept, order, settled) {
			for (const entity of [...homes.keys()]) if (!standsStill(entity, kept)) homes.delete(entity);
			// Names around the article are marked only where the article itself has none.
			for (const outside of settled ? [false, true] : [false]) {
				for (const section of order) {
					const one = kept.get(section);
					if (!one) continue;
					let shown: boolean | null = null;
					for (let place = 0; place < countOf(one.places); place++) {
						const entity = entityOf(one.places, place);
						if (entity < 0 || homes.has(entity) || hidden.has(entity) || one.unseen.has(place)) continue;
						if (around(one.roles?.[blockOf(one.places, place)]) !== outside) continue;
						shown ??= isShown(section);
						if (shown) homes.set(entity, { section, place });
						else one.unseen.add(place);
					}
				}
			}
		},
		in(section, { places, unseen }) {
			const list: number[] = [];
			for (let place = 0; place < countOf(places); place++) {
				const entity = entityOf(places, place);
				if (entity < 0 || hidden.has(entity) || unseen.has(place)) continue;
				const home = homes.get(entity);
				if (mode().show === 'every' || (home?.section === section && home.place === place)) list.push(place);
			}
			return list;
		},
		hide(entity, hide) {
			if (hide) hidden.add(entity);
			else hidden.delete(entity);
			homes.delete(entity);
		},
		reset() {
			homes = new Map();
		},
	};
}

/** Menus that are folded away hold names too. */
function isShown({ holder, first, last }: Section): boolean {
	if (first === last && first.nodeType === 1) return isSeen(first as Element);
	return isSeen(isShadow(holder) ? holder.host : holder);
}

/** Whether the element is rendered. Style is asked for, not layout. Firefox renders nothing at all at first: no sign then. */
export function isSeen(element: Element): boolean {
	if (!element.ownerDocument.body?.checkVisibility()) return true;
	let at: Element | null = element;
	while (at && !at.checkVisibility()) {
		// Without a box of its own, yet what is in it may be seen.
		if (getComputedStyle(at).display !== 'contents') return false;
		at = elementAbove(at);
	}
	return at !== null;
}
