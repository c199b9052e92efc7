/**
 * The records of a pack, as authors write them in YAML and as shards carry them.
 * One schema for both: what an author may leave out has its default here.
 * Touches nothing; parses plain data.
 */
import * as v from 'valibot';

const LOCAL_ID = /^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$/;
const DAY = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?$/;

/** A date that exists: `2023`, `2023-09`, `2023-09-13`, and for moments `2023-09-13T19:51[+08:00]`. */
function exists(text: string): boolean {
	const [year, month = '01', day = '01'] = text.slice(0, 10).split('-');
	const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
	if (!(date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day))) return false;
	return text.length <= 10 || !Number.isNaN(Date.parse(text));
}

/** Code points, not UTF-16 units: a limit an author can count. */
const points = (text: string) => [...text].length;
const between = (min: number, max: number) =>
	v.pipe(
		v.string(),
		v.check((text) => points(text.trim()) >= min, min === 1 ? 'empty' : 'too-short'),
		v.check((text) => points(text) <= max, 'too-long'),
	);

export const LocalId = v.pipe(v.string(), v.regex(LOCAL_ID, 'bad-id'));
export const PackId = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/, 'bad-pack-id'));
const Day = v.pipe(v.string(), v.regex(DAY, 'bad-date'), v.check(exists, 'no-such-date'));
/** A day, or a day with a time; without a zone the zone is not known, and is never guessed. */
const Moment = v.pipe(v.string(), v.regex(MOMENT, 'bad-date'), v.check(exists, 'no-such-date'));
/** When something happened, as exact as known: a year, a month, a day, a moment. */
const Point = v.pipe(
	v.string(),
	v.check((text) => DAY.test(text) || MOMENT.test(text), 'bad-date'),
	v.check(exists, 'no-such-date'),
);
/** IANA name. */
const Zone = v.pipe(v.string(), v.regex(/^[A-Z]\w+\/[\w/]+$/, 'bad-zone'));
const Link = v.pipe(
	v.string(),
	v.maxLength(2048, 'too-long'),
	v.check((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), 'bad-url'),
);

/** Languages of a pack's texts. A missing regional form falls back to `zh-Hant`, that to the form derived at build. */
export const LANGS = [
	'en',
	'zh-Hans',
	'zh-Hans-SG',
	'zh-Hans-MY',
	'zh-Hant',
	'zh-Hant-TW',
	'zh-Hant-HK',
] as const;
export type Lang = (typeof LANGS)[number];
const inLangs = <T extends v.GenericSchema>(text: T) =>
	v.strictObject({
		en: text,
		'zh-Hans': text,
		'zh-Hans-SG': v.optional(text),
		'zh-Hans-MY': v.optional(text),
		'zh-Hant': v.optional(text),
		'zh-Hant-TW': v.optional(text),
		'zh-Hant-HK': v.optional(text),
	});
const Name = inLangs(between(1, 256));
const Text = inLangs(between(1, 1024));
/** One text in several languages; `en` and `zh-Hans` always, others where they part from what can be derived. */
export type Texts = v.InferOutput<typeof Text>;

/** How its Chinese names are spoken, for search: syllables without tones, `pu jing`. Filled in by the build where there is none. */
const Pinyin = v.optional(
	v.pipe(
		v.array(v.pipe(v.string(), v.maxLength(512, 'too-long'), v.regex(/^[a-z]+( [a-z]+)*$/, 'bad-pinyin'))),
		v.maxLength(64, 'too-many'),
	),
);

export const Pack = v.strictObject({
	id: PackId,
	slug: LocalId,
	title: Name,
	license: between(1, 64),
	langs: v.array(v.picklist(LANGS)),
	homepage: v.optional(Link),
	corrections: v.optional(between(1, 256)),
	reviewed: v.optional(Day),
	/** Words that the derived Traditional texts write otherwise (导弹: 飛彈, 導彈). Used by the build, not published. */
	glossary: v.optional(
		v.array(
			v.strictObject({
				'zh-Hans': between(1, 32),
				'zh-Hant-TW': between(1, 32),
				'zh-Hant-HK': between(1, 32),
			}),
		),
		[],
	),
});

export const Source = v.strictObject({
	id: LocalId,
	name: Name,
	pinyin: Pinyin,
	medium: v.picklist(['newspaper', 'broadcaster', 'agency', 'website', 'magazine', 'government', 'platform']),
	/** The seat: ISO 3166 code. The same factual fields for all outlets or none. */
	country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'bad-country')),
	owner: v.optional(Name),
	/** The entity that is this outlet, when pages name it. */
	entity: v.optional(LocalId),
	url: v.optional(Link),
});

export const Article = v.strictObject({
	id: LocalId,
	/** The outlet where it stood. */
	source: LocalId,
	/** The outlet or agency that made it, when another. */
	carries: v.optional(LocalId),
	lang: v.picklist(LANGS),
	published: Moment,
	title: v.optional(between(1, 256)),
	/** Shown with outlet and date where there is no title. */
	dateline: v.optional(between(1, 64)),
	byline: v.optional(between(1, 128)),
	url: v.optional(Link),
	archive: v.optional(Link),
	retrieved: v.optional(Day),
	/** What is not known about the record, in words for readers. */
	note: v.optional(Text),
});

export const KINDS = [
	'person',
	'place',
	'organisation',
	'facility',
	'craft',
	'work',
	'treaty',
	'product',
] as const;

export const Alias = v.strictObject({
	text: v.pipe(
		between(2, 128),
		v.check((text) => /[\p{L}\p{N}]/u.test(text), 'no-letters'),
	),
	region: v.optional(v.picklist(['CN', 'TW', 'HK', 'SG', 'MY'])),
	/** strong: only this entity bears it. weak: needs a strong mention on the page and no nearer rival. */
	strength: v.optional(v.picklist(['strong', 'weak']), 'strong'),
	/** Outlets that write it so, as readers know them. */
	usedBy: v.optional(v.array(between(1, 64))),
	/** Last day or year it was in use; shown, and weak from then on. */
	until: v.optional(Day),
	from: v.optional(Day),
});

export const Entity = v.strictObject({
	id: LocalId,
	kind: v.picklist(KINDS),
	name: Name,
	pinyin: Pinyin,
	/** The name in its own script: shown, never matched. */
	native: v.optional(
		v.strictObject({
			lang: v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-\w+)*$/, 'bad-lang')),
			text: between(1, 256),
		}),
	),
	description: Text,
	roles: v.optional(
		v.array(v.strictObject({ title: Name, from: v.optional(Day), until: v.optional(Day) })),
		[],
	),
	aliases: v.pipe(v.array(Alias), v.minLength(1, 'no-alias'), v.maxLength(64, 'too-many')),
	/** Other or longer names, and common words, that are not it. */
	lookalikes: v.optional(v.array(between(2, 128)), []),
	/** The place it lies in. */
	within: v.optional(LocalId),
	/** Of a place with one clock, also for what lies in it. */
	zone: v.optional(Zone),
	/** Whose word its statements are: of a spokesman, a minister, an intelligence service. */
	speaksFor: v.optional(LocalId),
	/** Public pages on the same entity, only where certain. */
	sameAs: v.optional(v.array(Link), []),
	/** Never marked on pages; found by hover, search and side panel only. */
	discreet: v.optional(v.boolean(), false),
});

/** A concept cues are made of: found by the same scan as names, never marked. */
export const Term = v.strictObject({
	id: LocalId,
	forms: v.strictObject({
		en: v.pipe(v.array(between(2, 64)), v.minLength(1, 'empty')),
		'zh-Hans': v.pipe(v.array(between(1, 64)), v.minLength(1, 'empty')),
		'zh-Hant': v.optional(v.array(between(1, 64)), []),
	}),
});

export const Event = v.strictObject({
	id: LocalId,
	name: Name,
	pinyin: Pinyin,
	summary: v.optional(Text),
	when: v.strictObject({
		start: Point,
		end: v.optional(Point),
		precision: v.optional(v.picklist(['minute', 'hour', 'day', 'month', 'year']), 'day'),
		/** Of the place, so that times can be shown there and at the reader's. */
		zone: v.optional(Zone),
	}),
	/** Most exact place first. */
	where: v.optional(v.array(LocalId), []),
	participants: v.optional(v.array(v.strictObject({ entity: LocalId, role: v.optional(Name) })), []),
	/** What makes such a thing happen, in any language: helps to know a page without a date. */
	what: v.optional(v.array(LocalId), []),
	partOf: v.optional(LocalId),
	/** Events it led to or followed from. */
	relatedTo: v.optional(v.array(LocalId), []),
	/** true: a series or story that holds events and is never itself recognised on a page. */
	series: v.optional(v.boolean(), false),
});

/** number with unit, a date, an ISO 8601 duration, or a place; in `values` each has a name cues can ask for. */
export const Value = v.union([
	v.strictObject({
		number: v.pipe(v.number(), v.finite()),
		unit: v.optional(between(1, 32), ''),
		precision: v.optional(v.picklist(['exact', 'about', 'more-than', 'less-than']), 'exact'),
	}),
	v.strictObject({ date: Moment }),
	v.strictObject({
		duration: v.pipe(
			v.string(),
			v.regex(/^P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?)?$/, 'bad-duration'),
		),
		precision: v.optional(v.picklist(['exact', 'about', 'more-than', 'less-than']), 'exact'),
	}),
	v.strictObject({ place: LocalId }),
]);
const Values = v.optional(v.record(LocalId, Value), {});

/** Points into the source: at most 20 Han characters or 12 words of it, and a few of context. */
export const Selector = v.strictObject({
	exact: between(2, 96),
	prefix: v.optional(between(1, 32)),
	suffix: v.optional(between(1, 32)),
});

/** One link of a chain outlet ← agency ← speaker or witness. */
export const Via = v.strictObject({
	source: LocalId,
	basis: v.picklist(['credited', 'same-text', 'inferred']),
});

export const Report = v.strictObject({
	article: LocalId,
	via: v.optional(v.array(Via), []),
	stance: v.picklist(['reports', 'words-otherwise', 'differs']),
	/** What this article says instead, when it words it otherwise or differs. */
	wording: v.optional(Text),
	values: Values,
	at: Selector,
});

/** A cue is a term or entity by id, or a value by name; any of a group will do. */
const Cue = v.union([LocalId, v.strictObject({ value: LocalId })]);

export const Claim = v.strictObject({
	id: LocalId,
	event: LocalId,
	kind: v.picklist(['statement', 'action', 'figure', 'assessment']),
	/** Entity or source whose word it is. None: the outlets report it as fact. */
	speaker: v.optional(LocalId),
	text: Text,
	modality: v.picklist(['done', 'planned', 'proposed', 'alleged', 'denied']),
	knownFrom: Moment,
	scope: v.optional(Text),
	/** Language of the remark, when it matters that outlets translate it. */
	saidIn: v.optional(v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-\w+)*$/, 'bad-lang'))),
	/** The claim this one denies or answers; both are always shown together. */
	answers: v.optional(LocalId),
	/** Every group must be met, in one sentence or in two on the same subject. */
	cues: v.pipe(v.array(v.pipe(v.array(Cue), v.minLength(1, 'empty'))), v.minLength(1, 'no-cues')),
	/** Sentences that must not fire the cues. */
	not: v.optional(v.array(between(2, 256)), []),
	values: Values,
	reports: v.pipe(v.array(Report), v.minLength(1, 'no-report')),
});

export type Pack = v.InferOutput<typeof Pack>;
export type Source = v.InferOutput<typeof Source>;
export type Article = v.InferOutput<typeof Article>;
export type Alias = v.InferOutput<typeof Alias>;
export type Entity = v.InferOutput<typeof Entity>;
export type Term = v.InferOutput<typeof Term>;
export type Event = v.InferOutput<typeof Event>;
export type Value = v.InferOutput<typeof Value>;
export type Selector = v.InferOutput<typeof Selector>;
export type Report = v.InferOutput<typeof Report>;
export type Claim = v.InferOutput<typeof Claim>;

/** The lists a pack is made of, by the key they have in YAML and in shards. */
export const RECORDS = {
	sources: Source,
	articles: Article,
	entities: Entity,
	terms: Term,
	events: Event,
	claims: Claim,
} as const;
export type RecordKind = keyof typeof RECORDS;
