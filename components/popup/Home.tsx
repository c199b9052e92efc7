/** The search field and what it chooses from: results as one types; before that this page's events and names, then the latest events. */
import { useEffect, useId, useState } from 'preact/hooks';
import type { PageView } from '../../lib/corpus/views.ts';
import { useLocale } from '../locale.ts';
import type { PopupAsk } from './ask.ts';
import { Field } from './Field.tsx';
import { Options, optionId } from './Options.tsx';
import { foundGroups, homeGroups, placeOf } from './rows.ts';
import { ThisPage, type ThisPageProps } from './ThisPage.tsx';
import { useAsked } from './useAsked.ts';

interface Props extends Omit<ThisPageProps, 'page'> {
	ask: PopupAsk;
	/** undefined until it is known. */
	page: PageView | null | undefined;
	/** Asks again when it changes. */
	fresh: string;
	/** false until a pack is known to be there. */
	installed: boolean;
	/** Hash of the corpus page. */
	onOpen: (place: string) => void;
}

/** ms since the popup was opened that the list waits for what is on this page, so that it does not jump. */
const PATIENCE = 120;

export function Home({ ask, page, fresh, installed, onOpen, ...rest }: Props) {
	const { t, count } = useLocale();
	const id = useId();
	const [text, setText] = useState('');
	/** Of the chosen line, which stays chosen where others come before it; the first result is chosen by itself. */
	const [place, setPlace] = useState<string | null>(null);
	const late = useLate(PATIENCE);
	const wanted = text.trim();
	const latest = useAsked(() => ask.events(), [ask, fresh]);
	const found = useAsked(
		async () => (wanted === '' ? null : { wanted, view: await ask.search(wanted) }),
		[ask, wanted, fresh],
	);
	const searching = wanted !== '';
	const settled = found.answer?.wanted === wanted;
	const shown = latest.answer !== undefined && (page !== undefined || late);
	const groups = searching
		? foundGroups(found.answer?.view ?? { entities: [], events: [], sources: [], articles: [] })
		: shown
			? homeGroups(rest.paused > Date.now() ? null : (page ?? null), latest.answer ?? [])
			: [];
	const rows = groups.flatMap((group) => group.rows);
	const chosen = rows.find((row) => placeOf(row) === place) ?? (searching ? rows[0] : undefined) ?? null;
	useEffect(() => {
		if (!shown) return;
		performance.mark('list');
		ask.warm();
	}, [shown]);

	const step = (to: 'next' | 'previous' | 'first' | 'last') => {
		const now = chosen ? rows.indexOf(chosen) : -1;
		const last = rows.length - 1;
		const at = { next: now === last ? 0 : now + 1, previous: now <= 0 ? last : now - 1, first: 0, last }[to];
		const row = rows[at];
		setPlace(row ? placeOf(row) : null);
	};
	const everything = () =>
		onOpen(
			searching ? `#/search?q=${encodeURIComponent(wanted.slice(0, MOST_TEXT).toWellFormed())}` : '#/events',
		);
	return (
		<>
			<Field
				id={`${id}-field`}
				list={`${id}-list`}
				chosen={chosen ? optionId(`${id}-list`, groups, chosen) : undefined}
				filled={rows.length > 0}
				text={text}
				onText={(next) => {
					setText(next);
					setPlace(null);
				}}
				onStep={step}
				onEnter={(all) => (chosen && !all ? onOpen(placeOf(chosen)) : searching && everything())}
			/>
			<p role="status" class="spoken">
				{searching && settled && rows.length > 0 ? count('searchCount', rows.length) : ''}
			</p>
			<div class="scroll" aria-busy={searching ? !settled : !shown}>
				{!searching && page && <ThisPage page={page} {...rest} />}
				{(searching ? found : latest).failed && <p class="calm">{t('lookupFailed')}</p>}
				{searching && settled && !found.failed && rows.length === 0 && (
					<p class="calm" role="status">
						{t('searchNone', wanted.length > 80 ? `${wanted.slice(0, 80)}…` : wanted)}
					</p>
				)}
				{!searching && installed && latest.answer?.length === 0 && <p class="meta">{t('noEvents')}</p>}
				<Options id={`${id}-list`} groups={groups} chosen={chosen} onOpen={onOpen} />
				{rows.length > 0 && (
					<button type="button" class="more all" onClick={everything}>
						{t(searching ? 'allResults' : 'allEvents')}
					</button>
				)}
			</div>
		</>
	);
}

/** Characters of a search that an address carries. */
const MOST_TEXT = 200;

function useLate(ms: number): boolean {
	const [late, setLate] = useState(performance.now() >= ms);
	useEffect(() => {
		const timer = setTimeout(setLate, Math.max(0, ms - performance.now()), true);
		return () => clearTimeout(timer);
	}, [ms]);
	return late;
}
