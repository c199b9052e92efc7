/** Who credits whom in the reports of some claims. Touches nothing. */
import { say } from '../text/index.ts';
import { sourceName, type Told } from './coverage.ts';
import type { Origins } from './pages.ts';
import { type ClaimRow, publicId } from './store.ts';

type Node = Origins['nodes'][number];
type Link = Origins['links'][number];

/** Outlets stand in the first layer, each credited source one further than who credits it, voices last. */
export function originsOf(claims: readonly ClaimRow[], told: Told): Origins {
	const nodes = new Map<string, Node & { of: Set<string> }>();
	const links = new Map<string, Link & { of: Set<string> }>();
	const voices = new Set<string>();

	const node = (id: string, claim: string, layer: number) => {
		const name = told.speakers.get(id);
		const kept = nodes.get(id) ?? {
			id: publicId(told.pack, id),
			name: name && !told.sources.has(id) ? say(name, told.reader) : sourceName(id, told),
			kind: told.sources.has(id) ? ('source' as const) : ('entity' as const),
			layer,
			claims: 0,
			of: new Set<string>(),
		};
		kept.layer = Math.max(kept.layer, layer);
		kept.of.add(claim);
		nodes.set(id, kept);
	};
	const link = (from: string, to: string, basis: Link['basis'], claim: string) => {
		if (from === to) return;
		const key = `${from} ${to} ${basis}`;
		const kept = links.get(key) ?? {
			from: publicId(told.pack, from),
			to: publicId(told.pack, to),
			claims: 0,
			basis,
			of: new Set<string>(),
		};
		kept.of.add(claim);
		links.set(key, kept);
	};

	for (const { id: claim, record } of claims) {
		for (const { article, via } of record.reports) {
			const about = told.articles.get(article)?.record;
			if (!about) continue;
			let last = about.source;
			let layer = 0;
			node(last, claim, layer);
			const chain = about.carries ? [{ source: about.carries, basis: 'credited' as const }, ...via] : via;
			for (const { source, basis } of chain) {
				if (source === last) continue;
				node(source, claim, ++layer);
				link(last, source, basis, claim);
				last = source;
			}
			if (record.speaker && record.speaker !== last) {
				node(record.speaker, claim, 0);
				voices.add(record.speaker);
				link(last, record.speaker, 'speaks', claim);
			}
		}
	}
	const deepest = Math.max(0, ...[...nodes.values()].map(({ layer }) => layer));
	for (const voice of voices) {
		const speaker = nodes.get(voice);
		if (speaker?.kind === 'entity') speaker.layer = deepest + 1;
	}
	const counted = <T extends { of: Set<string> }>(all: Map<string, T>) =>
		[...all.values()]
			.map(({ of, ...one }) => ({ ...one, claims: of.size }))
			.sort((a, b) => b.claims - a.claims);
	return { nodes: counted(nodes), links: counted(links) };
}
