/** Lays names out around one, by their ties, so that each has room for its words. Pure: the same names lie the same way. */
import {
	forceLink,
	forceManyBody,
	forceSimulation,
	forceX,
	forceY,
	type SimulationNodeDatum,
} from 'd3-force';
import { scaleSqrt } from 'd3-scale';
import type { Meetings, Named } from '../../../lib/corpus/pages.ts';

interface Node extends SimulationNodeDatum {
	id: string;
	events: number;
	name: Named['name'];
	/** Of its mark, px. */
	radius: number;
	/** Half of what it and its name are wide, px. */
	half: number;
	/** From the middle of the mark to below the name, px. */
	below: number;
}

/** Rounds until it stands still: no motion is shown. */
const ROUNDS = 240;
/** A few names keep together all the same. */
const MOST_SPREAD = 1.8;
/** Of one name, px² at the usual size of text. */
const ROOM = 13_000;
/** Widest line of a name, and its height, px at the usual size of text. */
const LINE = { wide: 118, high: 18 };
/** Left free around, px. */
const EDGE = 16;

/** `width`: of the picture, px; `zoom`: of text. A name stands centred under its mark. */
export function laidOut(of: Named, meetings: Meetings, width: number, zoom: number) {
	// At most as high as its names need, and on a narrow screen as they need there.
	const room =
		zoom *
		Math.max(
			Math.min(Math.max(260, width * 0.62), 200 + 26 * meetings.nodes.length, 560),
			Math.min(((meetings.nodes.length + 1) * ROOM * zoom) / width, 640),
		);
	const most = Math.max(1, ...meetings.nodes.map(({ events }) => events));
	const size = scaleSqrt([1, Math.max(2, most)], [7, 20]);
	const sized = (one: Pick<Node, 'id' | 'name' | 'events'>): Node => {
		const radius = size(one.events);
		const wide = wideOf(one.name.text);
		const lines = wide > LINE.wide ? 2 : 1;
		return {
			...one,
			radius,
			half: Math.max(radius, (zoom * Math.min(LINE.wide, wide)) / 2),
			below: radius + lines * LINE.high * zoom + 6,
		};
	};
	const nodes = [
		{ ...sized({ id: of.id, name: of.name, events: most }), fx: width / 2, fy: room / 2 },
		...meetings.nodes.map(({ id, name, events }) => sized({ id, name, events })),
	];
	const byId = new Map(nodes.map((node) => [node.id, node]));
	const ties = [
		...meetings.nodes.map(({ id, events }) => ({ source: of.id, target: id, events })),
		...meetings.links.map(({ a, b, events }) => ({ source: a, target: b, events })),
	];
	forceSimulation(nodes)
		.force(
			'tie',
			forceLink<Node, (typeof ties)[number]>(ties.map((tie) => ({ ...tie })))
				.id(({ id }) => id)
				.distance(Math.min(160, width / 5))
				.strength(0.25),
		)
		.force('apart', forceManyBody().strength(-420))
		.force('x', forceX(width / 2).strength(0.04))
		.force('y', forceY(room / 2).strength(0.12))
		.stop()
		.tick(ROUNDS);
	const side = Math.min(width / 2 - 4, 62 * zoom);
	spread(nodes, 'x', side, width - side);
	spread(nodes, 'y', 24, room - 52 * zoom);
	for (let round = 0; round < ROUNDS && part(nodes); round++)
		for (const node of nodes)
			node.x = clamp(node.x ?? 0, Math.min(node.half, width / 2), Math.max(width - node.half, width / 2));
	const top = Math.min(...nodes.map(({ y = 0, radius }) => y - radius)) - EDGE;
	for (const node of nodes) node.y = (node.y ?? 0) - top;
	const links = ties.flatMap(({ source, target, events }) => {
		const [a, b] = [byId.get(source), byId.get(target)];
		return a && b ? [{ a, b, events }] : [];
	});
	const height = Math.max(...nodes.map(({ y = 0, below }) => y + below)) + EDGE;
	return { nodes, links, height };
}

/** About how wide a text is in one line, px at the usual size of text. */
const wideOf = (text: string): number =>
	10 + [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 13.5 : 7), 0);

/** Moves each two that lie on each other apart, the way that is shorter. The first stays. False: none did. */
function part([self, ...others]: readonly Node[]): boolean {
	let any = false;
	const all = self ? [self, ...others] : [];
	for (const [at, a] of all.entries())
		for (const b of all.slice(at + 1)) {
			const { x: ax = 0, y: ay = 0 } = a;
			const { x: bx = 0, y: by = 0 } = b;
			const wide = a.half + b.half - Math.abs(ax - bx);
			const high = by < ay ? by + b.below - (ay - a.radius) : ay + a.below - (by - b.radius);
			if (wide <= 0 || high <= 0) continue;
			any = true;
			const [axis, much] = wide < high ? (['x', wide] as const) : (['y', high] as const);
			const way = (b[axis] ?? 0) < (a[axis] ?? 0) ? -1 : 1;
			const share = a === self ? 0 : 0.5;
			a[axis] = (a[axis] ?? 0) - way * much * share;
			b[axis] = (b[axis] ?? 0) + way * much * (1 - share);
		}
	return any;
}

const clamp = (at: number, from: number, to: number) => Math.min(Math.max(at, from), to);

/** Draws them out to the room there is, from the middle; and what lies outside of it in. */
function spread(nodes: readonly Node[], axis: 'x' | 'y', from: number, to: number): void {
	const [self, ...others] = nodes.map((node) => node[axis] ?? 0);
	const middle = self ?? (from + to) / 2;
	const farthest = Math.max(1, ...others.map((at) => Math.abs(at - middle)));
	const times = Math.min(MOST_SPREAD, Math.max(1, Math.min(middle - from, to - middle) / farthest));
	for (const node of nodes) {
		const at = middle + ((node[axis] ?? 0) - middle) * times;
		node[axis] = clamp(at, from, to);
	}
}
