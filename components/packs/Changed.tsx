/** How many facts the last update added, altered and withdrew, by kind. */
import type { Changes } from '../../lib/packs/index.ts';
import { useLocale } from '../locale.ts';
import { type PackKey, useWords } from './texts/index.ts';

const HOW = ['withdrawn', 'altered', 'added'] as const;
const KINDS = ['claims', 'events', 'entities', 'articles', 'sources', 'terms'] as const;

export function Changed({ changes }: { changes: Changes }) {
	const say = useWords();
	const { number, lang, list } = useLocale();
	const lines = HOW.flatMap((how) => {
		const parts = KINDS.flatMap((kind) => {
			const count = changes[how][kind];
			const gap = lang === 'en' ? ' ' : '';
			return count ? [`${number(count)}${gap}${say(`kind_${kind}` as PackKey)}`] : [];
		});
		return parts.length > 0 ? [say(how, list(parts))] : [];
	});
	return <>{lines.length > 0 ? lines.join(' · ') : say('noChanges')}</>;
}
