/**
 * The search field, a combobox over the list below it. The keyboard stays in it: arrows choose, Enter opens, Escape
 * clears (and only an empty field lets the browser close the popup). It is no `type=search`, which may not be a combobox.
 */
import { useEffect, useRef } from 'preact/hooks';
import { useLocale } from '../locale.ts';
import { Icon } from '../text/Icon.tsx';

interface Props {
	id: string;
	/** Id of the listbox. */
	list: string;
	/** Id of the chosen option. */
	chosen: string | undefined;
	/** Whether the list has anything. */
	filled: boolean;
	text: string;
	onText: (text: string) => void;
	onStep: (to: 'next' | 'previous' | 'first' | 'last') => void;
	/** `all`: Enter without an option, or with Ctrl or Command. */
	onEnter: (all: boolean) => void;
}

const STEPS = { ArrowDown: 'next', ArrowUp: 'previous', PageDown: 'last', PageUp: 'first' } as const;

export function Field({ id, list, chosen, filled, text, onText, onStep, onEnter }: Props) {
	const { t } = useLocale();
	const field = useRef<HTMLInputElement>(null);
	// A popup is opened to type in.
	useEffect(() => {
		field.current?.focus();
	}, []);

	function onKeyDown(event: KeyboardEvent) {
		// Enter and arrows belong to the input method while it composes.
		if (event.isComposing) return;
		const step = STEPS[event.key as keyof typeof STEPS];
		if (step && filled) onStep(step);
		else if (event.key === 'Enter') onEnter(event.ctrlKey || event.metaKey);
		else if (event.key === 'Escape' && text !== '') onText('');
		else return;
		event.preventDefault();
	}

	return (
		<search class="bar">
			<label for={id}>
				<Icon name="search" />
				<span class="spoken">{t('searchLabel')}</span>
			</label>
			<input
				ref={field}
				id={id}
				type="text"
				role="combobox"
				enterkeyhint="search"
				aria-expanded={filled}
				aria-controls={list}
				aria-autocomplete="list"
				aria-activedescendant={chosen}
				placeholder={t('searchLabel')}
				autocomplete="off"
				autocapitalize="off"
				spellcheck={false}
				value={text}
				onInput={(event) => onText(event.currentTarget.value)}
				onKeyDown={onKeyDown}
			/>
		</search>
	);
}
