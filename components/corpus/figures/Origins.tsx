/** Who credits whom, from outlets on the left to voices on the right; each name a link, each line told in the table. */
import { scaleSqrt } from 'd3-scale';
import { linkHorizontal } from 'd3-shape';
import { useState } from 'preact/hooks';
import type { Origins as View } from '../../../lib/corpus/pages.ts';
import { useLocale } from '../../locale.ts';
import { Say } from '../../text/Say.tsx';
import { AsTable } from '../Page.tsx';
import { to } from '../route.ts';
import { Scroll } from '../Scroll.tsx';
import { useWords } from '../texts/index.ts';
import { useWidth } from '../useWidth.ts';

/** Names in one layer; the table has all. */
const DEEP = 12;
const STEP = 54;
const LEAST = 640;

const line = linkHorizontal<{ source: [number, number]; target: [number, number] }, [number, number]>();

export function Origins({ origins: { nodes, links } }: { origins: View }) {
	const w = useWords();
	const { box, width: room, zoom } = useWidth<HTMLDivElement>();
	const [active, setActive] = useState<string | null>(null);
	const layers = layersOf(nodes, links);
	const width = Math.max(room, LEAST * zoom, layers.length * 150 * zoom);
	const column = width / layers.length;
	const height = Math.max(...layers.map((layer) => layer.length)) * STEP * zoom;
	const places = new Map(
		layers.flatMap((layer, at) =>
			layer.map((node, row) => {
				const y = ((row + 0.5) * height) / layer.length;
				return [node.id, { x: at * column, y, node }] as const;
			}),
		),
	);
	const thick = scaleSqrt([1, Math.max(2, ...links.map(({ claims }) => claims))], [1.5, 9]);
	const wide = column - 56 * zoom;
	return (
		<div ref={box}>
			<Scroll label={w('origins')}>
				<div class="origins" style={{ width: `${width}px`, height: `${height}px` }}>
					<svg width={width} height={height} aria-hidden="true">
						{links.map((link) => {
							const [a, b] = [places.get(link.from), places.get(link.to)];
							if (!a || !b) return null;
							const on = active === null || active === link.from || active === link.to;
							return (
								<path
									key={`${link.from} ${link.to} ${link.basis}`}
									data-basis={link.basis}
									data-on={on}
									d={line({ source: [a.x + wide, a.y], target: [b.x, b.y] }) ?? ''}
									stroke-width={thick(link.claims)}
								/>
							);
						})}
					</svg>
					<ul aria-label={w('origins')}>
						{[...places.values()].map(({ x, y, node }) => (
							<li
								key={node.id}
								style={{ insetInlineStart: `${x}px`, top: `${y}px`, width: `${wide}px` }}
								onPointerEnter={() => setActive(node.id)}
								onPointerLeave={() => setActive(null)}
							>
								<a
									href={to(node.kind, node.id)}
									title={node.name.text}
									onFocus={() => setActive(node.id)}
									onBlur={() => setActive(null)}
								>
									<span class="two-lines">
										<Say said={node.name} />
									</span>
								</a>
							</li>
						))}
					</ul>
				</div>
			</Scroll>
			<p class="legend meta" aria-hidden="true">
				{(['credited', 'same-text', 'inferred', 'speaks'] as const).map((basis) => (
					<span key={basis}>
						<svg width={28} height={8} aria-hidden="true">
							<path data-basis={basis} data-on="true" d="M0 4H28" stroke-width={2} />
						</svg>{' '}
						{w(`basis_${basis}`)}
					</span>
				))}
			</p>
			<AsTable label={w('asTable')}>
				<LinkTable nodes={nodes} links={links} />
			</AsTable>
		</div>
	);
}

function LinkTable({ nodes, links }: View) {
	const w = useWords();
	const { number } = useLocale();
	const names = new Map(nodes.map((node) => [node.id, node]));
	const cell = (id: string) => {
		const node = names.get(id);
		return (
			node && (
				<a href={to(node.kind, id)}>
					<Say said={node.name} />
				</a>
			)
		);
	};
	return (
		<table>
			<thead>
				<tr>
					<th scope="col">{w('whoCredits')}</th>
					<th scope="col">{w('whom')}</th>
					<th scope="col">{w('how')}</th>
					<th scope="col" class="figure">
						{w('statements')}
					</th>
				</tr>
			</thead>
			<tbody>
				{links.map((link) => (
					<tr key={`${link.from} ${link.to} ${link.basis}`}>
						<td>{cell(link.from)}</td>
						<td>{cell(link.to)}</td>
						<td>{w(`basis_${link.basis}`)}</td>
						<td class="figure">{number(link.claims)}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

/** Each layer's names near those they are tied to in the layer before. */
function layersOf(nodes: View['nodes'], links: View['links']): View['nodes'][] {
	const layers: View['nodes'][] = [];
	for (const node of nodes) {
		layers[node.layer] ??= [];
		const layer = layers[node.layer] as View['nodes'];
		if (layer.length < DEEP) layer.push(node);
	}
	const full = layers.filter((layer) => layer !== undefined);
	for (const [at, layer] of full.entries()) {
		const before = full[at - 1];
		if (!before) continue;
		const place = new Map(before.map(({ id }, row) => [id, row / before.length]));
		const centre = ({ id }: { id: string }) => {
			const rows = links.flatMap(({ from, to: end }) => (end === id ? (place.get(from) ?? []) : []));
			return rows.length === 0 ? 1 : rows.reduce((sum, row) => sum + row, 0) / rows.length;
		};
		layer.sort((a, b) => centre(a) - centre(b));
	}
	return full;
}
