/**
 * Who says it, and by whom it came here: speaker ← agency ← outlet. The arrow is seen; a screen reader
 * hears "via".
 */
import type { ChainLink, Said } from '../../lib/corpus/views.ts';
import { useLocale } from '../locale.ts';
import { partyWords } from './party.ts';
import { Say } from './Say.tsx';

interface Props {
	links: readonly ChainLink[];
	/** Whose word it is, where that is a party to the event. */
	party?: Said | null;
}

export function Chain({ links, party = null }: Props) {
	const { t, aside, gap } = useLocale();
	// An agency that speaks for itself is named once.
	const fromVoice = links.filter((link, at) => link.text !== links[at - 1]?.text).reverse();
	return (
		<span class="chain">
			{fromVoice.map((link, at) => (
				<>
					{at > 0 && <span aria-hidden="true"> ← </span>}
					{at > 0 && <span class="spoken">, {t('via')} </span>}
					<Say said={link} />
					<Party of={link} party={link.party ?? (at === 0 ? party : null)} />
					{link.basis === 'inferred' && (
						<span class="note">
							{gap}
							{aside(t('inferred'))}
						</span>
					)}
				</>
			))}
		</span>
	);
}

/** Behind the name of who speaks. */
export function Party({ of, party }: { of: Said; party: Said | null }) {
	const locale = useLocale();
	const { aside, gap } = locale;
	return (
		party && (
			<span class="note">
				{gap}
				{aside(partyWords(of, party, locale))}
			</span>
		)
	);
}
