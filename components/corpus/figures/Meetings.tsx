/** Who takes part in the same events: a picture of ties, each name a link that the keyboard reaches, and its table. */
import { scaleSqrt } from 'd3-scale';
import { useMemo, useState } from 'preact/hooks';
import type { Named, Meetings as View } from '../../../lib/corpus/pages.ts';
import { useLocale } from '../../locale.ts';
import { Say } from '../../text/Say.tsx';
import { AsTable } from '../Page.tsx';
import { to } from '../route.ts';
import { useWords } from '../texts/index.ts';
import { useWidth } from '../useWidth.ts';
import { laidOut } from './around.ts';

export function Meetings({ of, meetings }: { of: Named; meetings: View }) {
	const w = useWords();
	const { box, width, zoom } = useWidth<HTMLDivElement>();
	const [active, setActive] = useState<string | null>(null);
	const { nodes, links, height } = useMemo(
		() => laidOut(of, meetings, width, zoom),
		[of.id, meetings, width, zoom],
	);
	const thick = scaleSqrt([1, Math.max(2, ...links.map(({ events }) => events))], [1, 7]);
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
							r={node.radius}
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
							style={{ insetInlineStart: `${node.x}px`, top: `${(node.y ?? 0) + node.radius + 1}px` }}
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
