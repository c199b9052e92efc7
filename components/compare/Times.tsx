/** Days and times of a text made whole: as it tells them, the full date, and what clocks showed then where it happened, there and here. */
import type { Quote, TimeLine, TimesView } from '../../lib/corpus/comparison-views.ts';
import type { Said } from '../../lib/corpus/views.ts';
import { useLocale } from '../locale.ts';
import { At } from '../text/At.tsx';
import { SayAll } from '../text/Say.tsx';
import { Shortened } from '../text/Shortened.tsx';

const FIRST = 5;

interface Props {
	times: TimesView;
	/** Leads to the place in the text; absent where that is not on a page. */
	onSentence?: (quote: Quote) => void;
}

export function Times({ times, onSentence }: Props) {
	const { t, number } = useLocale();
	if (times.lines.length === 0) return null;
	return (
		<section class="times">
			<h2 class="part-title">
				{t('timesTitle')}
				<span class="number"> {number(times.lines.length)}</span>
			</h2>
			<Shortened items={times.lines} first={FIRST} label={t('timesTitle')} keyOf={keyOf}>
				{(line) => (
					<>
						<p>
							{onSentence ? (
								<button
									type="button"
									class="as-told"
									title={t('goToSentence')}
									onClick={() => onSentence({ ...line.said, spot: line.spot, words: [] })}
								>
									<q lang={line.said.lang}>{line.said.text}</q>
								</button>
							) : (
								<q lang={line.said.lang}>{line.said.text}</q>
							)}
						</p>
						<Told line={line} clocks={times.clocks} />
					</>
				)}
			</Shortened>
			<p class="provenance">{t('timesWhy')}</p>
		</section>
	);
}

const keyOf = ({ spot: { block, start } }: TimeLine) => `${block} ${start}`;

/** In the card: the times of one sentence, each in a line. */
export function TimesOf({ times }: { times: TimesView }) {
	return times.lines.slice(0, 2).map((line) => (
		<div class="times-of" key={keyOf(line)}>
			<q lang={line.said.lang}>{line.said.text}</q>
			<Told line={line} clocks={times.clocks} />
		</div>
	));
}

function Told({ line, clocks }: { line: TimeLine; clocks: TimesView['clocks'] }) {
	const { t, lang, weekday, clockAt } = useLocale();
	const list = lang === 'en' ? ', ' : '、';
	const { day, clock } = line;
	const faces = new Map<string, Said[]>();
	const show = (place: Said, zone?: string) => {
		const face = clockAt(line, zone, day);
		faces.set(face, [...(faces.get(face) ?? []), place]);
	};
	if (clock) {
		const others = clocks.filter(({ place, zone }) => place.text !== clock.place.text || zone !== clock.zone);
		for (const { place, zone } of [clock, ...others]) show(place, zone);
		show({ text: t('timesYours'), lang });
	}
	return (
		<p>
			<b class="whole">{weekday(day)}</b>
			{[...faces].map(([face, places]) => (
				<At key={face}>
					<span class="meta">
						<SayAll said={places} between={list} />
					</span>{' '}
					<span class="whole">{face}</span>
				</At>
			))}
		</p>
	);
}
