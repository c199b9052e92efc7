/** Sites by name: a field to add one, and a button to take each off again. */
import { useId, useState } from 'preact/hooks';
import { useLocale } from '../locale.ts';
import { Removable } from './Removable.tsx';

interface Props {
	sites: readonly string[];
	label: string;
	/** The word on each site's button. */
	remove: string;
	/** false when what was typed names no site. Called in the click itself. */
	onAdd: (typed: string) => boolean;
	onRemove: (site: string) => void;
}

export function Sites({ sites, label, remove, onAdd, onRemove }: Props) {
	const { t } = useLocale();
	const id = useId();
	const [wrong, setWrong] = useState(false);
	const [text, setText] = useState('');
	function add(event: SubmitEvent) {
		event.preventDefault();
		const added = onAdd(text);
		setWrong(!added);
		if (added) setText('');
	}
	return (
		<div class="sites">
			<Removable
				label={label}
				items={sites.map((site) => ({ id: site, said: { text: site, lang: 'und' } }))}
				remove={remove}
				onRemove={onRemove}
			/>
			<form onSubmit={add}>
				<label for={`${id}-site`}>{t('siteAddLabel')}</label>
				<input
					id={`${id}-site`}
					type="text"
					inputMode="url"
					autocomplete="off"
					autocapitalize="none"
					spellcheck={false}
					dir="ltr"
					placeholder="example.com"
					aria-invalid={wrong}
					aria-describedby={`${id}-wrong`}
					value={text}
					onInput={(event) => setText(event.currentTarget.value)}
				/>
				<button type="submit" class="second">
					{t('siteAdd')}
				</button>
				<p role="alert" class="meta" id={`${id}-wrong`}>
					{wrong && t('siteWrong')}
				</p>
			</form>
		</div>
	);
}
