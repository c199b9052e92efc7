/**
 * Entities of different packs that are one, because each names the same public page of it (`sameAs`). Where links lead
 * from one to another that does not name it too, or to two of one pack, nothing is joined: no pack can make others'
 * entities one. Touches nothing.
 */
import { splitId } from './ids.ts';

export interface Same {
	/** Public ids of all that are this one, itself among them; the pack the reader had first leads. */
	of(id: string): readonly string[];
	/** The one of these that is in `pack`; else `id` itself. */
	inPack(id: string, pack: string): string;
}

/** What is compared of an entity. */
export interface Linked {
	/** Public id. */
	id: string;
	kind: string;
	links: readonly string[];
}

/** Public ids of those that are one, two or more; in the order of `packs`, then of their ids. */
export function joined(entities: readonly Linked[], packs: readonly string[]): string[][] {
	const byLink = new Map<string, Linked[]>();
	for (const one of entities) {
		for (const link of one.links) {
			const href = new URL(link).href;
			const others = byLink.get(href);
			if (others) others.push(one);
			else byLink.set(href, [one]);
		}
	}
	const near = new Map<Linked, Set<Linked>>();
	for (const list of byLink.values()) {
		if (list.length < 2) continue;
		for (const one of list) {
			const all = near.get(one) ?? new Set([one]);
			for (const other of list) all.add(other);
			near.set(one, all);
		}
	}
	const groups: string[][] = [];
	const seen = new Set<Linked>();
	const rank = (id: string) => packs.indexOf(splitId(id)[0]);
	for (const [one, all] of near) {
		if (seen.has(one)) continue;
		for (const other of all) seen.add(other);
		const alike = [...all].every((other) => other.kind === one.kind && near.get(other)?.size === all.size);
		const whole = alike && [...all].every((other) => [...all].every((third) => near.get(other)?.has(third)));
		const group = [...all].map(({ id }) => id).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
		if (whole && new Set(group.map((id) => splitId(id)[0])).size === group.length) groups.push(group);
	}
	return groups;
}

export function sameFrom(groups: readonly (readonly string[])[]): Same {
	const byId = new Map(groups.flatMap((group) => group.map((id) => [id, group] as const)));
	const of = (id: string) => byId.get(id) ?? [id];
	return { of, inPack: (id, pack) => of(id).find((one) => one.startsWith(`${pack}/`)) ?? id };
}
