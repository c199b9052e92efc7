/**
 * Search as one types, with its list below. It stays a search field (a combobox may not be `type=search`):
 * the chosen option and the count are told by `aria-activedescendant` and a status line. The keyboard stays in the field; arrows choose, Enter
 * opens, Escape clears (and only an empty field lets the browser close the popup).
 */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useLocale } from '../locale.ts';
import { Icon } from '../text/Icon.tsx';
import type { Ask } from './ask.ts';
import type { Screen } from './Popup.tsx';
import { Results, type Row, rowsOf } from './Results.tsx';
import { useAsked } from './useAsked.ts';

interface Props {
	ask: Ask;
	text: string;
	onText: (text: string) => void;
	onOpen: (screen: Screen) => void;
}

export function Search({ ask, text, onText, onOpen }: Props) {
	const { t, count } = useLocale();
	const id = useId();
	const [at, setAt] = useState(0);
	const wanted = text.trim();
	const found = useAsked(
		async () => (wanted === '' ? null : { wanted, view: await ask.search(wanted) }),
		[ask, wanted],
	);
	const rows: Row[] = wanted !== '' && found.answer ? rowsOf(found.answer.view) : [];
	const chosen = rows[Math.min(at, rows.length - 1)];
	const field = useRef<HTMLInputElement>(null);
	// A popup is opened to type in, and come back to for the next name.
	useEffect(() => {
		field.current?.focus();
	}, []);
	const settled = found.answer?.wanted === wanted;

	function onKeyDown(event: KeyboardEvent) {
		// Enter and arrows belong to the input method while it composes.
		if (event.isComposing) return;
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (step !== undefined && rows.length > 0) {
			event.preventDefault();
			setAt((Math.min(at, rows.length - 1) + step + rows.length) % rows.length);
		} else if (event.key === 'Enter' && chosen) {
			event.preventDefault();
			onOpen({ kind: chosen.kind, id: chosen.line.id });
		} else if (event.key === 'Escape' && text !== '') {
			event.preventDefault();
			onText('');
		}
	}

	return (
		<>
			<search class="bar">
				<label for={`${id}-field`}>
					<Icon name="search" />
					<span class="spoken">{t('searchLabel')}</span>
				</label>
				<input
					ref={field}
					id={`${id}-field`}
					type="search"
					aria-controls={wanted === '' ? undefined : `${id}-list`}
					aria-autocomplete="list"
					aria-activedescendant={chosen ? `${id}-${chosen.kind}-${chosen.line.id}` : undefined}
					placeholder={t('searchLabel')}
					autocomplete="off"
					spellcheck={false}
					value={text}
					onInput={(event) => {
						onText(event.currentTarget.value);
						setAt(0);
					}}
					onKeyDown={onKeyDown}
				/>
			</search>
			<p role="status" class="spoken">
				{settled && rows.length > 0 ? count('searchCount', rows.length) : ''}
			</p>
			{wanted !== '' && (
				<div class="scroll">
					{found.failed && <p class="calm">{t('lookupFailed')}</p>}
					{settled && !found.failed && rows.length === 0 && (
						<p class="calm" role="status">
							{t('searchNone', wanted)}
						</p>
					)}
					<Results id={id} rows={rows} chosen={chosen ?? null} onOpen={onOpen} />
				</div>
			)}
		</>
	);
}
