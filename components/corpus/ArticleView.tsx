/** One article: its record, and what it reports beside everyone else who does. */
import type { ArticlePage } from '../../lib/corpus/pages.ts';
import { ClaimThread } from '../event/Claim.tsx';
import { useLocale } from '../locale.ts';
import { useAsked } from '../popup/useAsked.ts';
import { At } from '../text/At.tsx';
import { Outlink } from '../text/Outlink.tsx';
import { Say } from '../text/Say.tsx';
import { Shortened } from '../text/Shortened.tsx';
import { useDoor, usePaper } from './context.ts';
import { EventList } from './EventRow.tsx';
import { From } from './From.tsx';
import { Loaded, Page, Section } from './Page.tsx';
import { Provenance } from './Provenance.tsx';
import { useWords } from './texts/index.ts';

export function ArticleView({ id }: { id: string }) {
	const door = useDoor();
	const asked = useAsked(() => door.article(id), [door, id]);
	return (
		<Loaded asked={asked} id={id}>
			{(page) => <Whole page={page} />}
		</Loaded>
	);
}

function Whole({ page: { article, events, claims, pack } }: { page: ArticlePage }) {
	const w = useWords();
	const { day } = useLocale();
	const paper = usePaper();
	const { title, dateline } = article;
	const shared = claims.filter(({ reports }) => new Set(reports.map((report) => report.article)).size > 1);
	const groups = [
		['unlikeHere', shared.filter(({ unlike }) => unlike !== null)],
		['alsoOthers', shared.filter(({ unlike }) => unlike === null)],
		['onlyHere', claims.filter((claim) => !shared.includes(claim))],
	] as const;
	const lead = (
		<>
			<p class="facts">
				<From article={article} />
				<At whole>{day(article.date)}</At>
				{title && dateline && (
					<At>
						<Say said={dateline} />
					</At>
				)}
				{article.byline && (
					<At>
						<bdi lang={article.lang}>{article.byline}</bdi>
					</At>
				)}
				<Outlink url={article.url} />
				<Outlink url={article.archive} />
			</p>
			{article.note && (
				<p class="meta prose">
					<Say said={article.note} />
				</p>
			)}
		</>
	);
	return (
		<Page
			title={title ?? dateline ?? w('untitled', article.source.name.text)}
			kicker={w('anArticle')}
			lead={lead}
		>
			{claims.length === 0 && <p class="calm">{w('noClaimsArticle')}</p>}
			{groups.map(
				([name, list]) =>
					list.length > 0 && (
						<Section key={name} title={w(name)} count={list.length}>
							<Shortened items={list} first={10} all={paper} class="threads" keyOf={(claim) => claim.id}>
								{(claim) => <ClaimThread thread={{ claim, answers: [] }} />}
							</Shortened>
						</Section>
					),
			)}
			{events.length > 0 && (
				<Section title={w('itsEvents')}>
					<EventList events={events} label={w('itsEvents')} />
				</Section>
			)}
			<Provenance pack={pack} statements={claims.length > 0} />
		</Page>
	);
}
