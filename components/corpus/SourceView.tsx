/** An outlet or agency: its articles, whom it credits, which names it writes. */
import { useState } from 'preact/hooks';
import type { SourcePage } from '../../lib/corpus/pages.ts';
import { useLocale } from '../locale.ts';
import { useAsked } from '../popup/useAsked.ts';
import { At } from '../text/At.tsx';
import { Outlink } from '../text/Outlink.tsx';
import { Say, SayAll } from '../text/Say.tsx';
import { ArticleRow } from './ArticleRow.tsx';
import { useDoor } from './context.ts';
import { Credits } from './later.tsx';
import { Forms } from './Names.tsx';
import { Loaded, Page, Section } from './Page.tsx';
import { Provenance } from './Provenance.tsx';
import { Rows } from './Rows.tsx';
import { to, toCompare, toEvents } from './route.ts';
import { Scroll } from './Scroll.tsx';
import { useWords } from './texts/index.ts';

export function SourceView({ id }: { id: string }) {
	const door = useDoor();
	const asked = useAsked(() => door.source(id), [door, id]);
	return (
		<Loaded asked={asked} id={id}>
			{(page) => <Whole page={page} />}
		</Loaded>
	);
}

function Whole({ page }: { page: SourcePage }) {
	const w = useWords();
	const { lang } = useLocale();
	const door = useDoor();
	const { articles, looked } = page;
	const newest = looked < articles.length ? w('newestNote', looked) : undefined;
	const read = (positions: readonly number[]) =>
		door.articles(positions.flatMap((position) => articles[position] ?? []));
	const lead = (
		<p class="facts">
			{w(`medium_${page.medium}`)}
			<At>{countryName(lang, page.country)}</At>
			{page.entity && (
				<At>
					<a href={to('entity', page.entity.id)}>{w('asName')}</a>
				</At>
			)}
			{page.url && (
				<At>
					<Outlink url={page.url} />
				</At>
			)}
		</p>
	);
	return (
		<Page title={page.name} kicker={w('aSource')} lead={lead}>
			{articles.length === 0 && <p class="calm">{w('noArticles')}</p>}
			{page.credits.length > 0 && (
				<Section title={w('credits')} note={newest ?? w('creditsNote')}>
					<Credits credits={page.credits} />
				</Section>
			)}
			{page.names.length > 0 && (
				<Section title={w('namesItWrites')} note={w('seenWrittenNote')}>
					<NamesWritten names={page.names} />
				</Section>
			)}
			{articles.length > 0 && (
				<Section title={w('articles')} count={articles.length}>
					<p>
						<a href={toEvents({ source: page.id, parts: '1' })}>{w('itsEventsTimeline')}</a>
					</p>
					<Rows total={articles.length} of={page.id} read={read} label={w('articles')}>
						{(article) => <ArticleRow article={article} />}
					</Rows>
				</Section>
			)}
			<CompareWith id={page.id} />
			<Provenance pack={page.pack} />
		</Page>
	);
}

/** The seat, by its ISO code, in the reader's words. */
function countryName(lang: string, code: string): string {
	try {
		return new Intl.DisplayNames(lang, { type: 'region' }).of(code) ?? code;
	} catch {
		return code;
	}
}

export function NamesWritten({ names }: { names: SourcePage['names'] }) {
	const w = useWords();
	return (
		<Scroll label={w('namesItWrites')}>
			<table>
				<thead>
					<tr>
						<th scope="col">{w('name')}</th>
						<th scope="col">{w('form')}</th>
						<th scope="col">{w('otherForms')}</th>
					</tr>
				</thead>
				<tbody>
					{names.map(({ entity, forms, others }) => (
						<tr key={entity.id}>
							<th scope="row">
								<a href={to('entity', entity.id)}>
									<Say said={entity.name} />
								</a>
							</th>
							<td>
								<Forms forms={forms} />
							</td>
							<td class="meta">
								<SayAll said={others} />
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</Scroll>
	);
}

function CompareWith({ id }: { id: string }) {
	const w = useWords();
	const door = useDoor();
	const [other, setOther] = useState('');
	const sources = useAsked(() => door.sources(), [door]);
	const pack = id.slice(0, id.indexOf('/') + 1);
	const choices = (sources.answer ?? []).filter((one) => one.id !== id && one.id.startsWith(pack));
	if (choices.length === 0) return null;
	return (
		<Section title={w('compare')}>
			<form
				class="acts"
				onSubmit={(event) => {
					event.preventDefault();
					if (other !== '') location.hash = toCompare(id, other);
				}}
			>
				<label>
					{w('compareWith')}{' '}
					<select value={other} onChange={(event) => setOther(event.currentTarget.value)}>
						<option value="">…</option>
						{choices.map((one) => (
							<option key={one.id} value={one.id} lang={one.name.lang}>
								{one.name.text}
							</option>
						))}
					</select>
				</label>
				<button type="submit" disabled={other === ''}>
					{w('compareGo')}
				</button>
			</form>
		</Section>
	);
}
