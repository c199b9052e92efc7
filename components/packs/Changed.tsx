/** How many facts the last update added, altered and withdrew, by kind. */
import type { Changes } from '../../lib/packs/index.ts';
import { useLocale } from '../locale.ts';
import { useCount, useWords } from './texts/index.ts';

const HOW = ['withdrawn', 'altered', 'added'] as const;
const KINDS = ['claims', 'events', 'entities', 'articles', 'sources', 'terms'] as const;

export function Changed({ changes }: { changes: Changes }) {
	const say = useWords();
	const count = useCount();
	const { list } = useLocale();
	const lines = HOW.flatMap((how) => {
		const parts = KINDS.flatMap((kind) => {
			const n = changes[how][kind];
			return n ? [count(kind, n)] : [];
		});
		return parts.length > 0 ? [say(how, list(parts))] : [];
	});
	return <>{lines.length > 0 ? lines.join(' · ') : say('noChanges')}</>;
}
