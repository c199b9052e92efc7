/** Whether a sentence goes on about what one before it told: in Chinese and English. Touches nothing. */
import type { Setting } from './cues.ts';
import type { PlacedSentence } from './sentences.ts';

/** Somebody known from before: the sentence goes on about him. */
const ANAPHORA =
	/(?:\b(?:it|this|that|them|so|the (?:claims?|charges?|accusations?|allegations?|offer|invitation))\W*$)|\b(?:den|reject|dismiss|refut)\w+ (?:this|it|them|any such|the (?:charge|claim|accus|alleg|report)\w+)\b|予以否[认認]|[这這此该該]一?(?:指控|[说說]法|指[责責]|[邀]请|邀請)|^[\s“"「『‘'—-]*(?:他|她|它|其|此|两人|兩人|二人|双方|雙方|两国|兩國|两位|兩位|这位|這位|这|這|该|該|来宾|來賓|客人|[东東]道主|俄[国國]?[领領][导導]?[人袖]|He\b|She\b|It\b|They\b|The (?:two|pair|leaders?|men|president|guest|visitor|host|trip|visit|(?:Russian|North Korean|Kremlin) (?:leader|president|chief))\b|Both\b|This\b|That\b|These\b|His\b|Her\b|Their\b)/;

/** What was asked is answered. */
const ASKED =
	/[?？]["'”’」』]?\s*$|\b(?:asked|wondered|pressed|wanted to know)\b|(?<![学學访訪疑])[问問](?![题題候])/;
/** It counts what the one before it told of, and says nothing without it. */
const COUNTED =
	/^[\s“"‘']*(?:They|Both|Each|Neither|Either)\b|^[\s「『“]*(?:两枚|兩枚|两者|兩者|它们|它們|二者)/;

/** The second sentence is about whom the first was about: it names one of them, nobody else, says he, or answers. */
export function goesOn(
	first: PlacedSentence,
	second: PlacedSentence,
	{ participants }: Pick<Setting, 'participants'>,
): boolean {
	const named = [...second.entities];
	const shared = named.some((id) => first.entities.has(id)) || named.every((id) => participants?.has(id));
	if (first.block === second.block) return shared || ANAPHORA.test(second.text) || ASKED.test(first.text);
	return second.block === first.block + 1 && ANAPHORA.test(second.text);
}

/** Both sentences count what stands in the one before them: "two missiles. Both fell … Each flew …". */
export const goOn = (first: PlacedSentence, between: PlacedSentence, second: PlacedSentence): boolean =>
	first.block === second.block && [between, second].every(({ text }) => COUNTED.test(text));
