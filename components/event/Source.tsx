/** One article that covers the event: outlet, date, title where there is one, and what it says. */
import type { SourceLine } from '../../lib/corpus/views.ts';
import { useLocale } from '../locale.ts';
import { At } from '../text/At.tsx';
import { Chain } from '../text/Chain.tsx';
import { Outlink, ThisArticle } from '../text/Outlink.tsx';
import { Say } from '../text/Say.tsx';
import { Shortened } from '../text/Shortened.tsx';
import { MarginSign } from '../text/Sign.tsx';

export function Source({ source, all = false }: { source: SourceLine; all?: boolean }) {
	const { day } = useLocale();
	const { outlet, maker, title, dateline } = source;
	const heading = title ?? dateline;
	return (
		<div class="source">
			<p class="outlet">
				<strong>
					<Chain links={maker === null ? [outlet] : [outlet, maker]} />
				</strong>
				<At whole>{day(source.date)}</At>
				{source.here ? <ThisArticle /> : <Outlink url={source.url} />}
			</p>
			{heading !== null && (
				<p class={title === null ? 'dateline' : 'title'}>
					<Say said={heading} />
				</p>
			)}
			<Shortened items={source.says} first={2} class="says" all={all} keyOf={({ claim }) => claim}>
				{({ text, stance }) => (
					<>
						<MarginSign stance={stance} />
						<Say said={text} />
					</>
				)}
			</Shortened>
		</div>
	);
}
