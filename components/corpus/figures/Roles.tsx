/** What somebody was, and when: a line of time beside each office, which is its own table. */
import { scaleUtc } from 'd3-scale';
import type { EntityPage } from '../../../lib/corpus/pages.ts';
import { useLocale } from '../../locale.ts';
import { Say } from '../../text/Say.tsx';
import { DAY, dayOf } from '../days.ts';
import { useWords } from '../texts/index.ts';

const first = (iso: string): number => {
	const [year = '', month = '01', day = '01'] = iso.split('-');
	return dayOf(`${year}-${month}-${day}`);
};

export function Roles({ roles }: { roles: EntityPage['roles'] }) {
	const w = useWords();
	const { day } = useLocale();
	const known = roles.flatMap(({ from, until }) => [from, until].flatMap((iso) => (iso ? first(iso) : [])));
	const today = Math.floor(Date.now() / DAY);
	const start = Math.min(...known, today - 1);
	const x = scaleUtc([start * DAY, Math.max(today, ...known) * DAY], [0, 100]);
	return (
		<table class="roles">
			<thead>
				<tr>
					<th scope="col">{w('role')}</th>
					<th scope="col">{w('period')}</th>
					<td />
				</tr>
			</thead>
			<tbody>
				{roles.map(({ title, from, until }) => {
					const left = from ? x(first(from) * DAY) : 0;
					const right = until ? x(first(until) * DAY) : 100;
					return (
						<tr key={`${title.text} ${from}`}>
							<th scope="row">
								<Say said={title} />
							</th>
							<td class="meta">
								{from || until
									? `${from ? day(from) : w('unknownStart')} – ${until ? day(until) : w('sinceThen')}`
									: w('periodUnknown')}
							</td>
							<td class="track-cell" aria-hidden="true">
								{(from || until) && (
									<div class="track">
										<span
											class="span"
											style={{ insetInlineStart: `${left}%`, width: `${Math.max(1, right - left)}%` }}
										/>
									</div>
								)}
							</td>
						</tr>
					);
				})}
			</tbody>
		</table>
	);
}
