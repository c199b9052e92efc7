/** In the card: the sentence under the pointer against the others. A click leads to the claim in the side panel. */
import type { ComparedLine, SentenceView } from '../../lib/corpus/comparison-views.ts';
import { useLocale } from '../locale.ts';
import { InsideContext } from '../text/Inside.tsx';
import { Say } from '../text/Say.tsx';
import { type ClaimActs, Details } from './Details.tsx';
import { GROUP_SIGNS, STATE_SIGNS } from './signs.ts';
import { TimesOf } from './Times.tsx';

/** Outlets named before the panel is asked for. */
const FIRST = 3;
const NONE: never[] = [];

interface Props extends Pick<ClaimActs, 'onCopy'> {
	sentence: SentenceView;
	/** Shown in place, where no panel can be opened from a page. */
	open: boolean;
	onOpen: () => void;
}

export function Sentence({ sentence: { line, more, view, times }, open, onOpen, onCopy }: Props) {
	const { t, number } = useLocale();
	const kind = view.groups[0]?.kind ?? 'found';
	const state = line.state ?? 'found';
	const apart = state === 'differs' || state === 'worded' || state === 'finer-elsewhere';
	const { sign, word } = apart ? GROUP_SIGNS[kind] : STATE_SIGNS[state];
	return (
		<section class="sentence" data-state={state} aria-label={t('sentenceTitle')}>
			<button type="button" class="sentence-head" aria-expanded={open} onClick={onOpen}>
				<span class="caption">
					<span class="sign" aria-hidden="true">
						{sign}
					</span>
					<b>{t(apart || state === 'finer-here' ? word : 'groupFound')}</b>
					<span class="meta">{t('sentenceTitle')}</span>
				</span>
				{/* All of it is one way on; names in it are none. */}
				<InsideContext value={NONE}>
					<Say said={line.text} class="said" />
					<Others line={line} view={view} />
				</InsideContext>
				{more > 0 && <span class="meta">{t('sentenceMore', number(more))}</span>}
			</button>
			<TimesOf times={times} />
			{open && <Details line={line} view={view} onCopy={onCopy} />}
		</section>
	);
}

/** Who says it otherwise and how; or who says it too. */
function Others({ line, view }: { line: ComparedLine; view: SentenceView['view'] }) {
	const { t, list, number } = useLocale();
	const apart = line.reports.filter(({ stance }) => stance !== 'reports').slice(0, FIRST);
	const outlets = view.columns.filter((_, at) => line.stands[at] !== 'silent').map(({ outlet }) => outlet);
	if (outlets.length === 0) return <span class="meta">{t('onlyHere')}</span>;
	if (apart.length === 0) {
		const names = outlets.slice(0, FIRST).map(({ text }) => text);
		const rest = outlets.length - names.length;
		return <span class="meta">{t('alsoIn', list(rest > 0 ? [...names, `+${number(rest)}`] : names))}</span>;
	}
	return (
		<>
			{apart.map(({ article, chain, wording, pointer }) => (
				<span class="other" key={`${article} ${pointer.text}`}>
					{chain[0] && <Say said={chain[0]} class="who" />}
					<Say said={wording ?? pointer} />
				</span>
			))}
		</>
	);
}
