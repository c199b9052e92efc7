/** An event to take along: notes, table, data, citations, or on paper. */
import type { EventPage } from '../../lib/corpus/pages.ts';
import {
	bibtex,
	claimReview,
	cslJson,
	eventJson,
	type Labels,
	markdown,
	matrixCsv,
} from '../../lib/export/index.ts';
import type { Locale } from '../../lib/locale/index.ts';
import { useLocale } from '../locale.ts';
import { useDoor } from './context.ts';
import { Section } from './Page.tsx';
import { type CorpusWords, useWords } from './texts/index.ts';

export function Exports({ page }: { page: EventPage }) {
	const w = useWords();
	const words = useLocale();
	const door = useDoor();
	const name = page.event.id.replace(/^.*\//, '');
	const labels = labelsOf(page, words, w);
	const files = [
		['Markdown', `${name}.md`, 'text/markdown', () => markdown(page, labels)],
		[w('exportCsv'), `${name}.csv`, 'text/csv', () => matrixCsv(page, labels)],
		['JSON', `${name}.json`, 'application/json', () => eventJson(page)],
		['ClaimReview', `${name}.jsonld`, 'application/ld+json', () => claimReview(page)],
		['CSL-JSON', `${name}.csl.json`, 'application/json', () => cslJson(page.articles)],
		['BibTeX', `${name}.bib`, 'text/x-bibtex', () => bibtex(page.articles)],
	] as const;
	return (
		<div class="exports">
			<Section title={w('takeAlong')} note={w('takeAlongNote')}>
				<div class="acts">
					{files.map(([label, file, type, make]) => (
						<button key={file} type="button" onClick={() => door.save(file, type, make())}>
							{label}
						</button>
					))}
					<button type="button" onClick={() => print()}>
						{w('print')}
					</button>
				</div>
			</Section>
		</div>
	);
}

function labelsOf({ pack, license, event }: EventPage, { t, day, when }: Locale, w: CorpusWords): Labels {
	return {
		statement: w('statement'),
		speaker: w('speaker'),
		articles: w('articles'),
		statements: w('statements'),
		participants: w('participants'),
		place: w('where'),
		none: w('cellNone'),
		stance: {
			reports: w('cellReports'),
			differs: t('differs'),
			'words-otherwise': t('wordsOtherwise'),
		},
		editorWords: t('editorWords'),
		pack: [w('pack'), pack?.title.text, license, pack?.asOf && t('asOf', day(pack.asOf))]
			.filter(Boolean)
			.join(' · '),
		day,
		when: when(event.when),
	};
}
