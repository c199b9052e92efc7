/** Who takes part in the same events: a picture of ties, each name a link that the keyboard reaches, and its table. */
import {
	forceCollide,
	forceLink,
	forceManyBody,
	forceSimulation,
	forceX,
	forceY,
	type SimulationNodeDatum,
} from 'd3-force';
import { scaleSqrt } from 'd3-scale';
import { useMemo, useState } from 'preact/hooks';
import type { Named, Meetings as View } from '../../../lib/corpus/pages.ts';
import { useLocale } from '../../locale.ts';
import { Say } from '../../text/Say.tsx';
import { AsTable } from '../Page.tsx';
import { to } from '../route.ts';
import { useWords } from '../texts/index.ts';
import { useWidth } from '../useWidth.ts';

interface Node extends SimulationNodeDatum {
	id: string;
	events: number;
	name: Named['name'];
}

/** Rounds until it stands still: no motion is shown. */
const ROUNDS = 240;
/** A few names keep together all the same. */
const MOST_SPREAD = 1.8;
/** Of one name, px² at the usual size of text. */
const ROOM = 13_000;

export function Meetings({ of, meetings }: { of: Named; meetings: View }) {
	const w = useWords();
	const { box, width, zoom } = useWidth<HTMLDivElement>();
	const [active, setActive] = useState<string | null>(null);
	// As high as its names need, and on a narrow screen as they need there.
	const room = (meetings.nodes.length + 1) * ROOM * zoom;
	const height =
		zoom *
		Math.max(
			Math.min(Math.max(260, width * 0.62), 200 + 26 * meetings.nodes.length, 560),
			Math.min(room / width, 640),
		);
	const { nodes, links } = useMemo(
		() => laidOut(of, meetings, width, height, zoom),
		[of.id, meetings, width, height, zoom],
	);
	const thick = scaleSqrt([1, Math.max(2, ...links.map(({ events }) => events))], [1, 7]);
	const size = scaleSqrt([1, Math.max(2, ...nodes.map(({ events }) => events))], [7, 20]);
	const tied = (id: string) =>
		active === null ||
		id === active ||
		links.some(({ a, b }) => (a.id === active && b.id === id) || (b.id === active && a.id === id));
	return (
		<div>
			<div class="meetings" ref={box} style={{ height: `${height}px` }}>
				<svg width={width} height={height} aria-hidden="true">
					{links.map(({ a, b, events }) => (
						<line
							key={`${a.id} ${b.id}`}
							x1={a.x}
							y1={a.y}
							x2={b.x}
							y2={b.y}
							stroke-width={thick(events)}
							data-on={active === null || a.id === active || b.id === active}
						/>
					))}
					{nodes.map((node) => (
						<circle
							key={node.id}
							cx={node.x}
							cy={node.y}
							r={size(node.events)}
							data-self={node.id === of.id}
							data-on={tied(node.id)}
						/>
					))}
				</svg>
				<ul aria-label={w('meetings')}>
					{nodes.map((node) => (
						<li
							key={node.id}
							data-on={tied(node.id)}
							style={{ insetInlineStart: `${node.x}px`, top: `${(node.y ?? 0) + size(node.events) + 1}px` }}
							onPointerEnter={() => setActive(node.id)}
							onPointerLeave={() => setActive(null)}
						>
							{node.id === of.id ? (
								<strong>
									<Say said={node.name} />
								</strong>
							) : (
								<a
									href={to('entity', node.id)}
									title={node.name.text}
									onFocus={() => setActive(node.id)}
									onBlur={() => setActive(null)}
								>
									<span class="two-lines">
										<Say said={node.name} />
									</span>
									<span class="spoken"> {w.count('countTogether', node.events)}</span>
								</a>
							)}
						</li>
					))}
				</ul>
			</div>
			<AsTable label={w('asTable')}>
				<MeetingsTable meetings={meetings} />
			</AsTable>
		</div>
	);
}

function laidOut(of: Named, meetings: View, width: number, height: number, zoom: number) {
	const most = Math.max(1, ...meetings.nodes.map(({ events }) => events));
	const nodes: Node[] = [
		{ id: of.id, name: of.name, events: most, fx: width / 2, fy: height / 2 },
		...meetings.nodes.map(({ id, name, events }) => ({ id, name, events })),
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
		// Room for the name below its mark.
		.force(
			'room',
			forceCollide<Node>(({ name }) => zoom * Math.min(70, 26 + 3 * name.text.length)),
		)
		.force('x', forceX(width / 2).strength(0.04))
		.force('y', forceY(height / 2).strength(0.12))
		.stop()
		.tick(ROUNDS);
	const edge = Math.min(width / 2 - 4, 62 * zoom);
	spread(nodes, 'x', edge, width - edge);
	spread(nodes, 'y', 24, height - 52 * zoom);
	const links = ties.flatMap(({ source, target, events }) => {
		const [a, b] = [byId.get(source), byId.get(target)];
		return a && b ? [{ a, b, events }] : [];
	});
	return { nodes, links };
}

/** Draws them out to the room there is, from the middle; and what lies outside of it in. */
function spread(nodes: readonly Node[], axis: 'x' | 'y', from: number, to: number): void {
	const [self, ...others] = nodes.map((node) => node[axis] ?? 0);
	const middle = self ?? (from + to) / 2;
	const farthest = Math.max(1, ...others.map((at) => Math.abs(at - middle)));
	const times = Math.min(MOST_SPREAD, Math.max(1, Math.min(middle - from, to - middle) / farthest));
	for (const node of nodes) {
		const at = middle + ((node[axis] ?? 0) - middle) * times;
		node[axis] = Math.min(Math.max(at, from), to);
	}
}

function MeetingsTable({ meetings: { nodes, links } }: { meetings: View }) {
	const w = useWords();
	const { number } = useLocale();
	const names = new Map(nodes.map((node) => [node.id, node.name]));
	return (
		<table>
			<thead>
				<tr>
					<th scope="col">{w('name')}</th>
					<th scope="col" class="figure">
						{w('together')}
					</th>
					<th scope="col">{w('alsoWith')}</th>
				</tr>
			</thead>
			<tbody>
				{nodes.map(({ id, name, events }) => (
					<tr key={id}>
						<td>
							<a href={to('entity', id)}>
								<Say said={name} />
							</a>
						</td>
						<td class="figure">{number(events)}</td>
						<td>
							{links
								.filter(({ a, b }) => a === id || b === id)
								.flatMap(({ a, b }) => names.get(a === id ? b : a) ?? [])
								.map((other, at) => (
									<span key={other.text}>
										{at > 0 && ' · '}
										<Say said={other} />
									</span>
								))}
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}
