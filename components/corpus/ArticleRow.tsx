/** An article as a bibliography has it, a link to its page here and to the outlet. */
import type { ArticleRecord } from '../../lib/corpus/pages.ts';
import { useLocale } from '../locale.ts';
import { At } from '../text/At.tsx';
import { Outlink } from '../text/Outlink.tsx';
import { Say } from '../text/Say.tsx';
import { From } from './From.tsx';
import { to } from './route.ts';
import { useWords } from './texts/index.ts';

export function ArticleRow({ article }: { article: ArticleRecord }) {
	const { day } = useLocale();
	const w = useWords();
	const { source, title, dateline } = article;
	const heading = title ?? dateline;
	return (
		<div class="article-row">
			<p class="article-title">
				<a href={to('article', article.id)}>
					{heading ? <Say said={heading} /> : w('untitled', source.name.text)}
				</a>
			</p>
			<p class="meta">
				<From article={article} />
				<At whole>{day(article.date)}</At>
				<Outlink url={article.url} />
			</p>
		</div>
	);
}
