/** All events: a timeline with a window on it, filters, and the list of what they leave. The address holds them all. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { useLocale } from '../locale.ts';
import { useAsked } from '../popup/useAsked.ts';
import { At } from '../text/At.tsx';
import { useDoor } from './context.ts';
import { dayOf, isoOf, positionOf } from './days.ts';
import type { Listed } from './door.ts';
import { EventRow } from './EventRow.tsx';
import { Filters } from './Filters.tsx';
import { Detail, SINGLE, zoomed } from './figures/Detail.tsx';
import { Overview, type Window, within } from './figures/Overview.tsx';
import { Page } from './Page.tsx';
import { Rows } from './Rows.tsx';
import { parse, toEvents } from './route.ts';
import { useWords } from './texts/index.ts';

export function EventsView({ query }: { query: Record<string, string> }) {
	const w = useWords();
	const { t } = useLocale();
	const door = useDoor();
	const { from, to, ...filters } = query;
	const asked = JSON.stringify(filters);
	const listed = useAsked(async () => ({ asked, list: await door.list(filters) }), [door, asked]);
	const list = listed.answer?.list;
	return (
		<Page title={w('events')} lead={<p class="prose lead">{w('eventsLead')}</p>}>
			<Filters query={query} />
			{listed.failed && <p class="calm">{t('lookupFailed')}</p>}
			{listed.answer === undefined && !listed.failed && <p class="waiting">{w('reading')}</p>}
			{list === null && <p class="calm">{t('noPack')}</p>}
			{list && list.days.length === 0 && <p class="calm">{w('noneSuch')}</p>}
			{list && list.days.length > 0 && <Timeline key={listed.answer?.asked} list={list} query={query} />}
		</Page>
	);
}

function Timeline({ list, query }: { list: Listed; query: Record<string, string> }) {
	const w = useWords();
	const { day } = useLocale();
	const { days } = list;
	const whole = wholeOf(days);
	const [at, setAt] = useState(() => windowOf(query, whole));
	const put = useCallback((next: Window) => setAt(within(next, whole)), [whole.from, whole.to]);
	// The address follows without a step of history for every key; back and forward bring their own window.
	const asked = `${query.from ?? ''} ${query.to ?? ''}`;
	useEffect(() => setAt(windowOf(query, whole)), [asked]);
	useEffect(() => {
		const all = at.from === whole.from && at.to === whole.to;
		// Of the address as it is now: a filter may have been changed since this was drawn.
		const now = parse(location.hash);
		if (now.page !== 'events') return;
		const { from: _f, to: _t, ...rest } = now.query;
		const hash = toEvents(all ? rest : { ...rest, from: isoOf(at.from), to: isoOf(at.to - 1) });
		if (hash !== location.hash && location.hash !== '') history.replaceState(null, '', hash);
	}, [at.from, at.to]);

	const first = positionOf(days, at.from);
	const count = positionOf(days, at.to) - first;
	const positions = Array.from({ length: Math.min(count, SINGLE) }, (_, i) => first + i);
	const single = useAsked(async () => (count > SINGLE ? null : list.rows(positions)), [list, first, count]);
	const all = at.from === whole.from && at.to === whole.to;
	// Newest first.
	const read = (rows: readonly number[]) => list.rows(rows.map((row) => first + count - 1 - row));
	return (
		<>
			<section class="timeline" aria-label={w('timeline')}>
				<Overview days={days} whole={whole} window={at} onWindow={put} />
				<div class="timeline-bar">
					<p role="status">
						{day(isoOf(Math.max(at.from, days[0] ?? 0)))} –{' '}
						{day(isoOf(Math.min(at.to - 1, days.at(-1) ?? 0)))}{' '}
						<span class="meta">
							<At whole>{w.count('countEvents', count)}</At>
						</span>
					</p>
					<div class="acts">
						<button type="button" onClick={() => put(zoomed(at, 0.5))}>
							{w('zoomIn')}
						</button>
						<button type="button" disabled={all} onClick={() => put(zoomed(at, 2))}>
							{w('zoomOut')}
						</button>
						<button type="button" disabled={all} onClick={() => put(whole)}>
							{w('zoomAll')}
						</button>
					</div>
				</div>
				<Detail
					days={days}
					window={at}
					events={count > SINGLE ? null : (single.answer ?? [])}
					onWindow={put}
				/>
			</section>
			<Rows total={count} of={`${first} ${count}`} read={read} label={w('events')}>
				{(event) => <EventRow event={event} />}
			</Rows>
		</>
	);
}

function wholeOf(days: Int32Array): Window {
	const from = days[0] ?? 0;
	const to = (days.at(-1) ?? 0) + 1;
	// Air on both sides, so that the first and the last stand free.
	const air = Math.max(1, Math.round((to - from) / 60));
	return { from: from - air, to: to + air };
}

function windowOf({ from = '', to = '' }: Record<string, string>, whole: Window): Window {
	const start = dayOf(from);
	const end = dayOf(to);
	return within(
		{
			from: Number.isNaN(start) ? whole.from : start,
			to: Number.isNaN(end) ? whole.to : end + 1,
		},
		whole,
	);
}
