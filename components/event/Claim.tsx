/** One statement with everyone who reports it, and the answers to it. */
import type { ClaimLine, ReportLine, Said } from '../../lib/corpus/views.ts';
import { useLocale } from '../locale.ts';
import { At } from '../text/At.tsx';
import { Chain } from '../text/Chain.tsx';
import { Outlink, ThisArticle } from '../text/Outlink.tsx';
import { Say } from '../text/Say.tsx';
import { Shortened } from '../text/Shortened.tsx';
import { MarginSign, UnlikeTag } from '../text/Sign.tsx';
import type { Thread } from './threads.ts';

export function ClaimThread({ thread, all = false }: { thread: Thread; all?: boolean }) {
	return (
		<div class="thread">
			<Claim claim={thread.claim} all={all} />
			{thread.answers.map((answer) => (
				<div class="answer" key={answer.id}>
					<Claim claim={answer} all={all} />
				</div>
			))}
		</div>
	);
}

function Claim({ claim, all }: { claim: ClaimLine; all: boolean }) {
	const { t } = useLocale();
	return (
		<>
			<p class="claim">
				{claim.unlike !== null && <UnlikeTag stance={claim.unlike} />}
				{claim.modality !== 'done' && <span class="tag">{t(`modality_${claim.modality}`)}</span>}
				<Say said={claim.text} />
			</p>
			<Shortened items={claim.reports} first={3} class="voices" all={all} keyOf={keyOf}>
				{(report) => (
					<Voice report={report} claim={claim} party={report === claim.reports[0] ? claim.party : null} />
				)}
			</Shortened>
		</>
	);
}

const keyOf = ({ article, stance, pointer }: ReportLine) => `${article} ${stance} ${pointer.text}`;

/** `party` is said once a statement: its voice is the same on every line. */
function Voice({ report, claim, party }: { report: ReportLine; claim: ClaimLine; party: Said | null }) {
	const { day } = useLocale();
	const { chain, wording } = report;
	const known = claim.speaker === null || chain.some(({ text }) => text === claim.speaker?.text);
	const links = known || claim.speaker === null ? chain : [...chain, claim.speaker];
	return (
		<>
			<MarginSign stance={report.stance} />
			<div>
				{wording !== null && (
					<p class="wording">
						<Say said={wording} />
					</p>
				)}
				<p class="meta">
					<Chain links={links} party={party} />
					<At whole>{day(report.date)}</At>
					{report.here ? <ThisArticle /> : <Outlink url={report.url} />}
				</p>
			</div>
		</>
	);
}
