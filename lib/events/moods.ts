/**
 * How a clause puts what it says: as done, planned, possible, asked, alleged or denied. Chinese and English; only the
 * clause around the word counts, and what stands before it there, so that "accepted the invitation, and will visit" is
 * an acceptance that was given and a visit that is planned. Touches nothing.
 */

/** would: planned in reported speech, possible else. past: the word itself says that it is done. */
export type Mood = 'past' | 'planned' | 'proposed' | 'would' | 'asked' | 'alleged' | 'denied';

interface Marker {
	mood: Mood;
	form: RegExp;
	/** before: only in front of the word; near: at most a few words in front; any: either side of it. */
	where: 'before' | 'near' | 'any';
	/** Reaches over commas: who accuses or denies takes a whole clause. */
	far?: true;
}

/** 将 that moves an object to the front is none: someone, one of something, or a tie stands behind it. */
const WILL =
	/[将將](?!一[名个個位]|其|该|該|此|这|這|关系|關係|两国|兩國|双边|雙邊|俄朝|朝俄|领|領|军|軍|士)|(?<![机機社国國议議协協员員理安宴晚聚峰大都例年集盛记記者工商学學再体體误誤误幸领領])[会會](?![谈談晤见見面议議场場后後前上员員长長合堂众眾费費])/g;

const MARKERS: Marker[] = [
	{ mood: 'planned', where: 'before', form: WILL },
	{
		mood: 'planned',
		where: 'before',
		form: /即[将將]|拟(?!定)|擬(?!定)|(?<![星弹彈核航空太展])[计計][划劃畫](?=[于於在前往访訪對对向与與邀签簽举舉参參出派送会會])|原定|预[计定料期]|預[計定料期]|定[于於]|有望|[准準][备備]|打算|未[来來]|料[将會会于於]|[预預]料|明[日天]|后天|後天|下[个個]?[周週月]|下星期|明年|[拟擬][于於]|承[诺諾]|[誓][言将將]/g,
	},
	{
		mood: 'planned',
		where: 'before',
		form: /\b(?:will|shall|'ll|(?:is|are|was|were) (?:to|due|set|expected|scheduled|slated|about|going|planning|poised|likely) ?(?:to)?|(?:due|set|expected|scheduled|slated|planning|plans?|planned|intends?|intended|preparing|prepares|means?|about|going) to|on (?:his|her|their|its) way to|upcoming|forthcoming|pledg\w+|promis\w+|vow(?:s|ed)?|next (?:week|month|year)|tomorrow|soon|later (?:today|in the day|that day))\b/gi,
	},
	{ mood: 'would', where: 'before', form: /\bwould\b/gi },
	{
		mood: 'proposed',
		where: 'before',
		form: /可能|或(?![者是])|也[许許]|恐(?![怖怕惧懼慌])|可(?=[让讓以望派送帮幫协協向为為替])|有意|考[虑慮]|提[议議]|建[议議]|愿(?![望景])|願(?![望景])|若(?!干)|如果|假如|倘|一旦|希望|期待|期盼|渴望|有机会|有機會|不排除/g,
	},
	{ mood: 'proposed', where: 'any', form: /可能性|的前景|的机会|的機會|的提[议議]|的建[议議]/g },
	{
		mood: 'proposed',
		where: 'before',
		form: /\b(?:may(?! \d)|might|could|can|perhaps|possibly|possible|possibility|potential|potentially|if|offer(?:s|ed|ing)?|propos\w+|suggest\w*|consider(?:s|ed|ing)?|hop(?:es?|ed|ing) (?:to|for|that)|want(?:s|ed)? to|wish(?:es|ed)? to|willing|ready to|prepared to|open to|in a position to|held out|holds? out|holding out|dangl\w+|prospects?|ways? to)\b/g,
	},
	{
		mood: 'asked',
		where: 'before',
		form: /是否|[会會]不[会會]|是不是|能不能|要不要|[会會]否|能否|可否|有否|有[没沒]有/g,
	},
	{ mood: 'asked', where: 'before', form: /\bwhether\b|\basked (?:if|about)\b/gi },
	{
		mood: 'alleged',
		where: 'before',
		far: true,
		form: /指控|指[责責]|涉嫌|疑似|[据據][称稱传傳]|[传傳][闻聞]|[怀懷]疑|猜[测測]|[传傳]出/g,
	},
	{
		mood: 'alleged',
		where: 'any',
		far: true,
		form: /\b(?:alleg\w+|accus\w+|reportedly|rumou?r\w*|suspect\w*|speculat\w+|purported\w*|supposedly|believed to|said to have|thought to)\b/gi,
	},
	{
		mood: 'denied',
		where: 'near',
		form: /[没沒](?:有|能)|并未|從未|从未|尚未|未曾|未(?=[接参參出提作对對向与與同给給签簽会會能把将將])|(?<![会會])不[会會]|不[曾再愿願想肯]|不打算|不接受|无意|無意|并无|並無|並未|难以|難以/g,
	},
	{
		mood: 'denied',
		where: 'before',
		form: /否[认認]|拒[绝絕]|婉拒|回[绝絕]|取消|推[迟遲]|[驳駁]斥|[辟闢][谣謠]/g,
	},
	{
		mood: 'denied',
		where: 'any',
		form: /(?:遭|被|予以|一概|坚决|堅決)否[认認]|[属屬]?不[实實]|子[虚虛][乌烏]有|未成行|告吹/g,
	},
	{
		mood: 'denied',
		where: 'near',
		form: /\b(?:not|never|cannot|no|nor|neither|without|hardly)\b|n['’]t\b/gi,
	},
	{
		mood: 'denied',
		where: 'before',
		form: /\b(?:den(?:y|ies|ied|ying)|denials?|refus(?:e|es|ed|ing|al)|declin(?:e|es|ed|ing)|reject(?:s|ed|ing)?|turn(?:s|ed) down|call(?:s|ed) off|cancel\w*|postpon\w+|ruled? out|fail(?:s|ed|ing)? to|yet to|dismiss(?:es|ed)?|refut\w+)\b/gi,
	},
	{
		mood: 'denied',
		where: 'any',
		form: /\b(?:(?:was|were|been|is|are) (?:denied|rejected|refuted|declined|cancell?ed|called off)|untrue|false)\b/gi,
	},
];

/** Between a negation and what it negates: a verb of telling ends its reach. */
const TELLING =
	/透露|披露|公布|公佈|宣布|宣佈|提到|[说說][明]|[证證][实實]|解[释釋]|评论|評論|\b(?:give|gave|say|said|reveal\w*|disclos\w*|specif\w*|elaborat\w*|confirm\w*|comment\w*|detail\w*|only|just|merely|longer)\b|[只仅僅]/i;
const NEAR = { han: 10, words: 4 };

/** Commas, stops and what joins clauses. A comma between figures, or in a list of three, divides nothing. */
const BOUNDARY =
	/[，；：。！？;!?]|,(?!\d{3})(?!\s*\w+,? (?:and|or)\b)|\s(?:but|while|whereas|although|though|after|before|as|when|where|who|which|because|since)\s|\sand\s(?=(?:he|she|they|it|the|its|his|their|a)\b|[A-Z])|——|\s[–—-]\s/g;
/** A clause that begins so goes on as the one before it: will visit …, and sign; 将访问……，并签署. */
const GOES_ON =
	/^\s*(?:(?:[并並且及再]|以及|然[后後])(?!\p{Script=Han}{0,2}[说說称稱指谈談表强強])|(?:and|or|then)\b(?! (?:\w+ )?(?:said|says|added|told|noted)\b))/u;

/** Where clauses end, and where those behind them start. */
export const boundariesIn = (text: string): Range[] =>
	[...text.matchAll(BOUNDARY)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));

/** The clause at an offset. */
export function clauseAt(text: string, at: number, boundaries: readonly Range[] = boundariesIn(text)): Range {
	let [before, start] = [0, 0];
	let end = text.length;
	for (const boundary of boundaries) {
		if (boundary.start >= at) {
			end = boundary.start;
			break;
		}
		if (boundary.end <= at) [before, start] = [start, boundary.end];
	}
	return { start: GOES_ON.test(text.slice(start, end)) ? before : start, end };
}

export interface Range {
	start: number;
	end: number;
}

/**
 * Moods of the word at `word` (offsets in `text`, one sentence). `own`: words of the cues: what they say themselves is
 * what is looked for, not how it is put. `names`: who is named, since 将 before a name moves it to the front.
 */
export function moodsAt(
	text: string,
	word: Range,
	own: readonly Range[] = [],
	names: readonly Range[] = [],
	marks: readonly Mark[] = marksIn(text),
	boundaries?: readonly Range[],
): Set<Mood> {
	const clause = clauseAt(text, word.start, boundaries);
	const moods = new Set<Mood>();
	if (isPast(text, word)) moods.add('past');
	for (const { mood, where, far, start, end, will } of marks) {
		if (start < word.end && word.start < end) continue;
		if (will && names.some((name) => name.start === end)) continue;
		if (own.some((one) => one.start <= start && end <= one.end)) continue;
		const inClause = start >= clause.start && end <= clause.end;
		const before = end <= word.start;
		if (!(inClause || (far && before))) continue;
		if (where !== 'any' && !before) continue;
		if (where === 'near' && !isNear(text.slice(end, word.start))) continue;
		moods.add(mood);
	}
	return moods;
}

/** A marker where it stands. */
export interface Mark extends Range, Pick<Marker, 'mood' | 'where' | 'far'> {
	/** 将 or 会, which may be another word. */
	will: boolean;
}

const HAN = /\p{Script=Han}/u;
const LATIN = /[a-z]/i;
const MARKERS_BY_SCRIPT = [HAN, LATIN].map(
	(script) => [script, MARKERS.filter(({ form }) => HAN.test(form.source) === (script === HAN))] as const,
);

export function marksIn(text: string): Mark[] {
	const markers = MARKERS_BY_SCRIPT.flatMap(([script, all]) => (script.test(text) ? all : []));
	return markers.flatMap(({ mood, form, where, far }) =>
		[...text.matchAll(form)].map((match) => ({
			mood,
			where,
			...(far && { far }),
			will: form === WILL,
			start: match.index,
			end: match.index + match[0].length,
		})),
	);
}

function isNear(between: string): boolean {
	if (TELLING.test(between)) return false;
	const han = between.match(/\p{Script=Han}/gu)?.length ?? 0;
	const words = between.match(/[A-Za-z]+/g)?.length ?? 0;
	return han <= NEAR.han && words <= NEAR.words;
}

const IRREGULAR =
	/^(?:met|held|sent|fell|flew|came|went|gave|said|told|took|saw|wrote|made|built|left|drank|rode|sat|shook|fired|ate|spoke|became|began|drove|brought|bought|sold|shot|won|rose|drew|stood|swapped|shrank|shrunk|swore|sought|struck|broke|sank|sang|led|fed|bid|grew|threw|knew|showed|kept|lost|paid|put|cut|set|ran|got|gripped|hugged|welcomed|spent|lent|lit|wore|woke|wound|hung|rang|rolled|pulled|touched|climbed|stepped|turned|raised|offered|had|was|were)\b/i;

/** The word itself, or what stands right beside it, says that it is over. */
function isPast(text: string, { start, end }: Range): boolean {
	const word = text.slice(start, end);
	const behind = text.slice(end, end + 2);
	const before = text.slice(Math.max(0, start - 24), start);
	if (/^(?:了|[过過](?![后後程]))/.test(behind)) return true;
	if (/(?:已[经經]?|曾[经經]?|[刚剛]{1,2}|业已)[\p{Script=Han}]{0,4}$/u.test(before)) return true;
	if (/\b(?:be|being|to|will|would|could|may|might|should)(?:\s+have)?\s+(?:\w+\s+)?$/i.test(before))
		return false;
	if (/\b(?:has|have|had|having)\s+(?:\w+\s+)?$/i.test(before)) return true;
	return /^[a-z]+ed\b/.test(word) || IRREGULAR.test(word);
}
