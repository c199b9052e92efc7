/** Which events: by person, place, source and series. What is chosen stands as words that can be taken away. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Named } from '../../lib/corpus/pages.ts';
import type { Said } from '../../lib/corpus/views.ts';
import { useLocale } from '../locale.ts';
import { useAsked } from '../popup/useAsked.ts';
import { Icon } from '../text/Icon.tsx';
import { OfPack } from '../text/OfPack.tsx';
import { Say } from '../text/Say.tsx';
import { useDoor } from './context.ts';
import { toEvents } from './route.ts';
import { useWords } from './texts/index.ts';

const KINDS = { person: 'entity', place: 'entity', source: 'source', series: 'event' } as const;
type Kind = keyof typeof KINDS;
const all = Object.keys(KINDS) as Kind[];
/** Choices offered at once. */
const MOST = 40;

export function Filters({ query }: { query: Record<string, string> }) {
	const w = useWords();
	const door = useDoor();
	const [adding, setAdding] = useState<Kind | null>(null);
	const box = useRef<HTMLElement>(null);
	/** What was chosen or taken away has the focus again once it is drawn. */
	const changed = useRef<{ kind: string; chosen: boolean } | null>(null);
	const go = (next: Record<string, string>) => {
		setAdding(null);
		const [[kind, value] = ['', '']] = Object.entries(next);
		changed.current = { kind, chosen: value !== '' };
		const { from: _f, to: _t, ...rest } = { ...query, ...next };
		location.hash = toEvents(rest);
	};
	const chosen = useAsked(
		() =>
			Promise.all(
				all
					.filter((kind) => query[kind])
					.map(async (kind) => ({ kind, named: await door.named(KINDS[kind], query[kind] ?? '') })),
			),
		[door, ...all.map((kind) => query[kind])],
	);
	useEffect(() => {
		if (!changed.current) return;
		const { kind, chosen: now } = changed.current;
		const button = box.current?.querySelector<HTMLElement>(`[data-kind="${kind}"][data-chosen="${now}"]`);
		if (!button || Boolean(query[kind]) !== now) return;
		changed.current = null;
		button.focus();
	});
	return (
		<section class="filters" aria-label={w('filters')} ref={box}>
			<ul class="chips">
				{(chosen.answer ?? [])
					.filter(({ kind }) => query[kind])
					.map(({ kind, named }) => (
						<li key={kind}>
							<button
								type="button"
								class="chip chosen"
								data-kind={kind}
								data-chosen="true"
								onClick={() => go({ [kind]: '' })}
							>
								<span class="meta">{w(`filter_${kind}`)}</span>{' '}
								{named ? <Say said={named.name} /> : w('missing')}
								<Icon name="close" />
								<span class="spoken">{w('filterOff')}</span>
							</button>
						</li>
					))}
				{all
					.filter((kind) => !query[kind])
					.map((kind) => (
						<li key={kind}>
							<button
								type="button"
								class="chip"
								data-kind={kind}
								data-chosen="false"
								aria-expanded={adding === kind}
								onClick={() => setAdding(adding === kind ? null : kind)}
							>
								{w(`filter_${kind}`)}
							</button>
						</li>
					))}
				<li>
					<label class="chip check">
						<input
							type="checkbox"
							checked={query.parts === '1'}
							onChange={(event) => go({ parts: event.currentTarget.checked ? '1' : '' })}
						/>
						{w('withParts')}
					</label>
				</li>
			</ul>
			{adding !== null && <Picker key={adding} kind={adding} onPick={(id) => go({ [adding]: id })} />}
		</section>
	);
}

function Picker({ kind, onPick }: { kind: Kind; onPick: (id: string) => void }) {
	const w = useWords();
	const { t } = useLocale();
	const door = useDoor();
	const id = useId();
	const [text, setText] = useState('');
	const field = useRef<HTMLInputElement>(null);
	// The reader has just asked for it.
	useEffect(() => field.current?.focus(), []);
	const wanted = text.trim();
	const found = useAsked(async (): Promise<(Named & { pack?: Said })[]> => {
		if (kind === 'series') {
			const folded = wanted.toLocaleLowerCase();
			const list = await door.series();
			return list.filter(({ name }) => name.text.toLocaleLowerCase().includes(folded)).slice(0, MOST);
		}
		if (wanted === '') return kind === 'source' ? (await door.sources()).slice(0, MOST) : [];
		const places = ['place', 'facility'];
		const { entities, sources } = await door.search(wanted);
		if (kind === 'source') return sources;
		return entities.filter((line) => (kind === 'place') === places.includes(line.kind) || kind === 'person');
	}, [door, kind, wanted]);
	return (
		<div class="picker">
			<label for={id}>{w(`pick_${kind}`)}</label>
			<input
				id={id}
				type="search"
				autocomplete="off"
				spellcheck={false}
				ref={field}
				value={text}
				onInput={(event) => setText(event.currentTarget.value)}
			/>
			<ul class="chips" aria-label={w('choices')}>
				{(found.answer ?? []).map((line) => (
					<li key={line.id}>
						<button type="button" class="chip" onClick={() => onPick(line.id)}>
							<Say said={line.name} />
							<span class="meta">
								<OfPack line={line} />
							</span>
						</button>
					</li>
				))}
			</ul>
			<p class="meta" role="status">
				{found.answer?.length === 0 && (wanted !== '' || kind === 'series' || kind === 'source')
					? t('searchNone', wanted)
					: ''}
			</p>
		</div>
	);
}
