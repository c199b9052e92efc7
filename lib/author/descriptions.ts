/** What each key of a pack's YAML means, for editors and for `docs/pack-authors.md`. Paths through lists and objects by dots. */
export const DESCRIPTIONS: Record<string, string> = {
	pack: 'Which pack this is. Once, in any of the files.',
	'pack.id': '32 hexadecimal digits, made once by a random source and never changed.',
	'pack.slug': 'Short name for folders and messages.',
	'pack.title': 'Title in English and Simplified Chinese; other forms only where they part from conversion.',
	'pack.license': 'SPDX identifier of the licence of the facts, such as CC0-1.0.',
	'pack.corrections': 'Where readers write when something is wrong.',
	'pack.reviewed': 'Day on which a person last read the whole pack.',
	'pack.glossary':
		'Words that Taiwan and Hong Kong write otherwise than character for character; for derived texts only.',
	sources: 'Outlets, agencies and first sources.',
	'sources.pinyin':
		'How its Chinese names are spoken, for search: syllables without tones (pu jing). Filled in where there is none.',
	'sources.medium': 'What kind of source it is.',
	'sources.country': 'Its seat, ISO 3166. Give it for all sources or for none.',
	'sources.owner': 'Who owns it. Give it for all sources or for none.',
	'sources.entity': 'The entity that pages name it by.',
	articles: 'Bibliographic records only: never an article’s text.',
	'articles.source': 'The outlet where it stands.',
	'articles.carries': 'Who made it, when the outlet carries another’s work.',
	'articles.published': 'As exact as known: a day, or a day and a time; a zone only when it is given.',
	'articles.dateline': 'Shown where there is no title.',
	'articles.archive': 'Address of a public copy.',
	'articles.retrieved': 'Day on which it was read.',
	'articles.note': 'What is not known about this record, for readers.',
	entities: 'People, places, organisations, craft, works: whatever bears a name.',
	'entities.name': 'The form shown to readers of each language.',
	'entities.pinyin':
		'How its Chinese names are spoken, for search: syllables without tones (pu jing). Filled in where there is none.',
	'entities.native': 'The name in its own script: shown, never matched.',
	'entities.roles': 'What it was when, for the date of an event.',
	'entities.aliases':
		'Every way the press writes it. Traditional and Simplified, case, hyphens and middle dots are alike.',
	'entities.aliases.strength':
		'strong: only this entity bears it. weak: needs a strong name of the same entity on the page, and no nearer rival.',
	'entities.aliases.region': 'Where the press writes it so.',
	'entities.aliases.usedBy': 'Outlets that write it so.',
	'entities.aliases.until': 'Last day or year it was in use.',
	'entities.lookalikes': 'Longer or other names and common words that must not be taken for it.',
	'entities.within': 'The place it lies in.',
	'entities.zone':
		'Of a place with one clock, its IANA time zone: times in articles that name it are shown there too. Holds for what lies in it.',
	'entities.speaksFor':
		'The body whose word its statements are: a spokesman’s government, a ministry’s country. Where that takes part in an event, what is said is shown as a party’s.',
	'entities.sameAs':
		'Public pages on the same entity, only where certain. Entities of several packs that name the same page are read as one.',
	'entities.discreet': 'Never marked on pages; found by hover and search only.',
	terms: 'Concepts that cues are made of: never marked.',
	'terms.forms':
		'How the press words it in each language, in a list or with commas between; general wording, never one article’s phrase.',
	events: 'What happened.',
	'events.pinyin':
		'How its Chinese names are spoken, for search: syllables without tones (pu jing). Filled in where there is none.',
	'events.when': 'When, as exact as known, with the zone of the place.',
	'events.where': 'The exact place first.',
	'events.what': 'Terms of what makes such an event.',
	'events.partOf': 'The larger event or series it belongs to.',
	'events.relatedTo': 'Events it led to or followed from.',
	'events.series': 'true: holds events and is never itself recognised.',
	claims: 'One checkable statement each, in your own words.',
	'claims.event': 'The event it is about.',
	'claims.speaker': 'Whose word it is; an allegation, a denial and a statement need one.',
	'claims.modality': 'done, planned, proposed, alleged or denied.',
	'claims.knownFrom': 'When it became public.',
	'claims.scope': 'What it holds for, where that matters.',
	'claims.saidIn': 'Language of the remark, where outlets translate it.',
	'claims.answers': 'The claim this one denies or answers; both are always shown together.',
	'claims.cues':
		'Groups of terms, entities and values: one of each group must be met in one sentence, or in two on the same subject.',
	'claims.not': 'Sentences of your own that must not fire the cues.',
	'claims.values': 'Typed values by name: number with unit, date, duration or place.',
	'claims.reports': 'Which articles report it.',
	'claims.reports.via':
		'The chain outlet ← agency ← speaker, nearest first: credited, same-text or inferred.',
	'claims.reports.stance':
		'reports: as exactly or less. words-otherwise: the same remark in another strength. differs: both cannot be true.',
	'claims.reports.wording': 'What this article says instead.',
	'claims.reports.at':
		'Points into the article: at most 20 Han characters or 12 words, from word boundary to word boundary.',
};
