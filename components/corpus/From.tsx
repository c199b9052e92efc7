/** Who an article is from: the outlet, and whom it carries, each a link to its page here. */
import type { ArticleRecord } from '../../lib/corpus/pages.ts';
import { useLocale } from '../locale.ts';
import { Say } from '../text/Say.tsx';
import { to } from './route.ts';

export function From({ article: { source, maker } }: { article: Pick<ArticleRecord, 'source' | 'maker'> }) {
	const { t } = useLocale();
	return (
		<>
			<a href={to('source', source.id)}>
				<Say said={source.name} />
			</a>
			{maker && (
				<>
					{' '}
					← <span class="spoken">{t('via')} </span>
					<a href={to('source', maker.id)}>
						<Say said={maker.name} />
					</a>
				</>
			)}
		</>
	);
}
