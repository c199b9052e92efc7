/**
 * Who says it, and by whom it came here: speaker ← agency ← outlet. The arrow is seen; a screen reader
 * hears "via".
 */
import type { ChainLink } from '../../lib/corpus/views.ts';
import { useLocale } from '../locale.ts';
import { Say } from './Say.tsx';

export function Chain({ links, party = false }: { links: readonly ChainLink[]; party?: boolean }) {
	const { t } = useLocale();
	const fromVoice = [...links].reverse();
	return (
		<span class="chain">
			{fromVoice.map((link, at) => (
				<>
					{at > 0 && <span aria-hidden="true"> ← </span>}
					{at > 0 && <span class="spoken">, {t('via')} </span>}
					<Say said={link} />
					{at === 0 && party && <span class="note"> ({t('party')})</span>}
					{link.basis === 'inferred' && <span class="note"> ({t('inferred')})</span>}
				</>
			))}
		</span>
	);
}
