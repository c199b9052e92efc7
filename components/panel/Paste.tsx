/** A text that stands on no page, compared in the same way. It is not kept. */
import { useId, useState } from 'preact/hooks';
import { Comparison, type ComparisonProps } from '../compare/Comparison.tsx';
import { OwnContext } from '../compare/own.ts';
import { Times } from '../compare/Times.tsx';
import { useLocale } from '../locale.ts';
import type { Compared, PanelAsk } from './ask.ts';

interface Props extends Pick<ComparisonProps, 'onCopy' | 'onPrint' | 'all'> {
	ask: PanelAsk;
}

export function Paste({ ask, ...shown }: Props) {
	const { t } = useLocale();
	const id = useId();
	const [text, setText] = useState('');
	const [date, setDate] = useState('');
	const [found, setFound] = useState<Compared | 'none' | 'failed' | null>(null);
	const compare = () =>
		void ask.paste(text, date).then(
			(compared) => setFound(compared ?? 'none'),
			() => setFound('failed'),
		);
	return (
		<section class="paste">
			<h2 class="part-title">
				<label for={id}>{t('pasteTitle')}</label>
			</h2>
			<textarea
				id={id}
				rows={3}
				value={text}
				maxLength={100_000}
				onInput={(event) => setText(event.currentTarget.value)}
			/>
			<p class="keep-date">
				<label for={`${id}-date`}>{t('pasteDate')}</label>
				<input
					id={`${id}-date`}
					type="date"
					value={date}
					onInput={(event) => setDate(event.currentTarget.value)}
				/>
				<button type="button" class="second" disabled={text.trim() === ''} onClick={compare}>
					{t('pasteAct')}
				</button>
			</p>
			<p role="status" class="meta">
				{found === 'none' && t('pasteNone')}
				{found === 'failed' && t('lookupFailed')}
			</p>
			{found !== null && typeof found === 'object' && (
				<OwnContext value="thisText">
					{/* The article's own event is another matter. */}
					<Comparison
						view={{ ...found.view, event: { ...found.view.event, relation: 'none' } }}
						page={{ title: '', url: '' }}
						{...shown}
					/>
					<Times times={found.times} />
				</OwnContext>
			)}
		</section>
	);
}
