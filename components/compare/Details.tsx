/** What a claim's line rests on: the page's own sentences, found by the machine, and the reports, entered by the editor. */
import { useContext } from 'preact/hooks';
import type { ComparedLine, ComparisonView, Quote } from '../../lib/corpus/comparison-views.ts';
import type { ReportLine, Said } from '../../lib/corpus/views.ts';
import { useLocale } from '../locale.ts';
import { At } from '../text/At.tsx';
import { Chain } from '../text/Chain.tsx';
import { Outlink } from '../text/Outlink.tsx';
import { Say } from '../text/Say.tsx';
import { Shortened } from '../text/Shortened.tsx';
import { MarginSign } from '../text/Sign.tsx';
import { OwnContext } from './own.ts';
import { Wrong } from './Wrong.tsx';

export interface ClaimActs {
	/** Leads to a sentence on the page; absent where the text is not on a page. */
	onSentence?: (quote: Quote) => void;
	onCopy: (text: string) => Promise<boolean>;
}

interface Props extends ClaimActs {
	line: ComparedLine;
	view: ComparisonView;
}

export function Details({ line, view, onSentence, onCopy }: Props) {
	const { t } = useLocale();
	const own = useContext(OwnContext);
	const byEditor = view.article !== null;
	return (
		<>
			{line.quotes.length > 0 && (
				<section>
					<p class="basis">
						{t(own)}
						<At>{t(byEditor ? 'byEditor' : 'byMachine')}</At>
					</p>
					<ul class="quotes">
						{line.quotes.map((quote) => (
							<li key={`${quote.spot.block} ${quote.spot.start}`}>
								<Sentence quote={quote} onSentence={onSentence} />
							</li>
						))}
					</ul>
				</section>
			)}
			{line.reports.length > 0 && (
				<section>
					<p class="basis">
						{t('elsewhere')}
						<At>{t('byEditor')}</At>
					</p>
					<Shortened items={line.reports} first={4} class="voices" keyOf={keyOf}>
						{(report) => <Report report={report} party={isVoice(report, line) ? line.party : null} />}
					</Shortened>
				</section>
			)}
			<Wrong line={line} view={view} onCopy={onCopy} />
		</>
	);
}

/** Said once a statement: its voice is the same on every line. */
const isVoice = (report: ReportLine, { reports, speaker }: ComparedLine) =>
	report === reports[0] && report.chain.at(-1)?.text === speaker?.text;

const keyOf = ({ article, stance, pointer }: ReportLine) => `${article} ${stance} ${pointer.text}`;

/** The page's own words, those it was known by marked; a button where the page can be gone to. */
function Sentence({ quote, onSentence }: { quote: Quote; onSentence: ClaimActs['onSentence'] }) {
	const { t } = useLocale();
	const said = (
		<q lang={quote.lang || undefined}>
			{partsOf(quote).map(({ text, marked }, at) => (marked ? <mark key={at}>{text}</mark> : text))}
		</q>
	);
	if (!onSentence) return <p class="quote">{said}</p>;
	return (
		<button type="button" class="quote" title={t('goToSentence')} onClick={() => onSentence(quote)}>
			{said}
			<span class="spoken"> ({t('goToSentence')})</span>
		</button>
	);
}

function partsOf({ text, words }: Quote): { text: string; marked: boolean }[] {
	const parts: { text: string; marked: boolean }[] = [];
	let at = 0;
	for (const [start, end] of words) {
		if (start > at) parts.push({ text: text.slice(at, start), marked: false });
		parts.push({ text: text.slice(start, end), marked: true });
		at = end;
	}
	if (at < text.length) parts.push({ text: text.slice(at), marked: false });
	return parts;
}

/** How the article words it, where that is another way; where it says so; who said it. */
function Report({ report, party }: { report: ReportLine; party: Said | null }) {
	const { day } = useLocale();
	return (
		<>
			<MarginSign stance={report.stance} />
			<div>
				{report.wording !== null && (
					<p class="wording">
						<Say said={report.wording} />
					</p>
				)}
				<p class="meta">
					<Chain links={report.chain} party={party} />
					<At whole>{day(report.date)}</At>
				</p>
				<p class="meta pointer">
					<q lang={report.pointer.lang}>{report.pointer.text}</q>
					<Outlink url={report.url} />
				</p>
			</div>
		</>
	);
}
