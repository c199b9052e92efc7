/** Every name on the page, in its order, each a way there: what eyes get from the underlines. */
import type { MentionLine } from '../../lib/corpus/views.ts';
import { useLocale } from '../locale.ts';
import { Say } from '../text/Say.tsx';
import { Shortened } from '../text/Shortened.tsx';

const FIRST = 40;

interface Props {
	mentions: readonly MentionLine[];
	onGo: (at: number) => void;
}

export function Mentions({ mentions, onGo }: Props) {
	const { t, number } = useLocale();
	if (mentions.length === 0) return <p class="calm">{t('nothingOnPage')}</p>;
	return (
		<section class="mentions">
			<h2 class="part-title">
				{t('panelNames')}
				<span class="number"> {number(mentions.length)}</span>
			</h2>
			<Shortened items={mentions} first={FIRST} label={t('panelNames')} keyOf={({ at }) => String(at)}>
				{({ at, said, before, after }) => (
					<button type="button" class="mention" onClick={() => onGo(at)}>
						<Say said={said} class="mention-name" />
						<span class="meta" lang={said.lang}>
							{before}
							<b>{said.text}</b>
							{after}
						</span>
					</button>
				)}
			</Shortened>
		</section>
	);
}
