/** Where the facts are from, and whose words they are. */
import type { PackLine } from '../../lib/corpus/views.ts';
import { useLocale } from '../locale.ts';
import { At } from '../text/At.tsx';
import { Say } from '../text/Say.tsx';
import { useWords } from './texts/index.ts';

export function Provenance({ pack, statements = false }: { pack: PackLine | null; statements?: boolean }) {
	const { t, day, count, gap } = useLocale();
	const w = useWords();
	if (!pack) return null;
	return (
		<footer class="provenance">
			{w('pack')}
			{gap}
			<Say said={pack.title} />
			{pack.editor && (
				<At>
					<Say said={pack.editor} />
				</At>
			)}
			<At whole>{count('articles', pack.articles)}</At>
			{pack.asOf !== '' && <At whole>{t('asOf', day(pack.asOf))}</At>}
			{statements && <p>{t('editorWords')}</p>}
		</footer>
	);
}
