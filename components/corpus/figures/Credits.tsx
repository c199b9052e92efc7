/** Whom a source credits, how often: a table with a bar in each row. */
import { scaleLinear } from 'd3-scale';
import type { SourcePage } from '../../../lib/corpus/pages.ts';
import { useLocale } from '../../locale.ts';
import { Say } from '../../text/Say.tsx';
import { to } from '../route.ts';
import { useWords } from '../texts/index.ts';

const MOST = 30;

export function Credits({ credits }: { credits: SourcePage['credits'] }) {
	const w = useWords();
	const { number } = useLocale();
	const x = scaleLinear([0, Math.max(1, ...credits.map(({ reports }) => reports))], [0, 100]);
	return (
		<table class="credits">
			<thead>
				<tr>
					<th scope="col">{w('credited')}</th>
					<th scope="col" class="figure">
						{w('statements')}
					</th>
					<th scope="col" class="figure">
						{w('articles')}
					</th>
					<td />
				</tr>
			</thead>
			<tbody>
				{credits.slice(0, MOST).map(({ source, reports, articles }) => (
					<tr key={source.id}>
						<th scope="row">
							<a href={to('source', source.id)}>
								<Say said={source.name} />
							</a>
						</th>
						<td class="figure">{number(reports)}</td>
						<td class="figure">{number(articles)}</td>
						<td class="track-cell" aria-hidden="true">
							<div class="track">
								<span class="span" style={{ insetInlineStart: '0', width: `${x(reports)}%` }} />
							</div>
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}
