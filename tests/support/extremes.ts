/** A pack of invented records: one of each kind with nothing in it that may be left out, and one with every field at its limit. */

export const EXTREMES = 'e0e0c7a91e3f24b68a1970c4be82f63d'.slice(0, 32);

/** One word as long as it may be: nothing breaks it but the page. */
const word = (length: number) => 'Llanfairpwllgwyngyll'.repeat(Math.ceil(length / 20)).slice(0, length);
const words = (length: number) => 'the long way round the harbour '.repeat(length).slice(0, length).trimEnd();
const han = (length: number) => '沿着海港绕远路走过去'.repeat(Math.ceil(length / 10)).slice(0, length);
const texts = (length: number) => ({ en: words(length), 'zh-Hans': han(length) });
const names = (length: number) => ({ en: word(length), 'zh-Hans': han(length) });
const link = (to: string) => `https://long.example/${to}/${'x'.repeat(2048)}`.slice(0, 2048);
const many = <T>(count: number, make: (at: number) => T): T[] =>
	Array.from({ length: count }, (_, at) => make(at));

const ARTICLES = 6;
const CLAIMS = 8;
const PEOPLE = 24;

const person = (at: number) => ({
	id: `person-${at}`,
	kind: 'person',
	name: { en: `Person number ${at} of the harbour council`, 'zh-Hans': `海港委员会第${at}号委员` },
	description: { en: 'sits on the council', 'zh-Hans': '委员会委员' },
	aliases: [{ text: `Person number ${at} of the harbour council` }],
});

const bare = {
	source: { id: 'bare-source', name: { en: 'Bare', 'zh-Hans': '简报' }, medium: 'website', country: 'ZZ' },
	article: { id: 'bare-article', source: 'bare-source', lang: 'en', published: '2021-01-01' },
	entity: {
		id: 'bare-entity',
		kind: 'craft',
		name: { en: 'Bareboat', 'zh-Hans': '空船' },
		description: { en: 'a boat', 'zh-Hans': '一艘船' },
		aliases: [{ text: 'Bareboat' }],
	},
	event: {
		id: 'bare-event',
		name: { en: 'Bare day', 'zh-Hans': '空日' },
		when: { start: '2021', precision: 'year' },
	},
	claim: {
		id: 'bare-claim',
		event: 'bare-event',
		kind: 'figure',
		text: { en: 'Nothing more is known', 'zh-Hans': '别无所知' },
		modality: 'done',
		knownFrom: '2021-01-01',
		cues: [['bare-entity']],
		reports: [{ article: 'bare-article', stance: 'reports', at: { exact: 'no more' } }],
	},
};

const full = {
	source: {
		id: 'full-source',
		name: names(256),
		medium: 'government',
		country: 'SG',
		owner: names(256),
		entity: 'full-entity',
		url: link('source'),
	},
	articles: many(ARTICLES, (at) => ({
		id: `full-article-${at}`,
		source: 'full-source',
		carries: 'bare-source',
		lang: at % 2 ? 'en' : 'zh-Hans',
		published: `2021-02-0${at + 1}T08:30:00+08:00`,
		title: at % 2 ? word(256) : han(256),
		dateline: word(64),
		byline: words(128),
		url: link(`article-${at}`),
		archive: link(`archive-${at}`),
		retrieved: '2021-02-09',
		note: texts(1024),
	})),
	entity: {
		id: 'full-entity',
		kind: 'organisation',
		name: names(256),
		native: { lang: 'cy', text: word(256) },
		description: texts(1024),
		roles: many(24, (at) => ({ title: names(256), from: `${1980 + at}-01-01`, until: `${1981 + at}-01-01` })),
		aliases: many(64, (at) => ({
			text: `${at} ${word(128)}`.slice(0, 128),
			...(['CN', 'TW', 'HK', 'SG', 'MY'][at % 6] ? { region: ['CN', 'TW', 'HK', 'SG', 'MY'][at % 6] } : {}),
			strength: at % 7 === 6 ? 'weak' : 'strong',
			usedBy: many(8, (i) => `${i} ${words(62)}`.slice(0, 64).trimEnd()),
			until: '2020-01-01',
		})),
		within: 'person-0',
		sameAs: many(6, (at) => link(`same-${at}`)),
	},
	event: {
		id: 'full-event',
		name: names(256),
		summary: texts(1024),
		when: {
			start: '2021-02-01T23:59+08:00',
			end: '2021-02-08T23:59+08:00',
			precision: 'minute',
			zone: 'Asia/Singapore',
		},
		where: ['full-entity', ...many(12, (at) => `person-${at}`)],
		participants: [
			{ entity: 'full-entity', role: names(256) },
			...many(PEOPLE, (at) => ({ entity: `person-${at}`, role: names(256) })),
		],
		partOf: 'full-series',
		relatedTo: ['bare-event'],
	},
	claims: many(CLAIMS, (at) => ({
		id: `full-claim-${at}`,
		event: 'full-event',
		kind: 'statement',
		speaker: 'full-entity',
		text: texts(1024),
		modality: (['done', 'planned', 'proposed', 'alleged', 'denied'] as const)[at % 5],
		knownFrom: '2021-02-01T23:59+08:00',
		scope: texts(1024),
		...(at % 2 ? { answers: `full-claim-${at - 1}` } : {}),
		cues: [['full-entity']],
		reports: many(ARTICLES, (i) => ({
			article: `full-article-${i}`,
			via: [
				{ source: 'bare-source', basis: 'credited' },
				{ source: 'full-source', basis: 'inferred' },
			],
			stance: (['reports', 'words-otherwise', 'differs'] as const)[i % 3],
			...(i % 3 ? { wording: texts(1024) } : {}),
			at:
				i % 2
					? {
							exact: 'harbour '.repeat(12).trimEnd(),
							prefix: 'the long way round the whole ',
							suffix: ', and all the way back',
						}
					: { exact: han(20), prefix: '：', suffix: '。' },
		})),
	})),
};

/** As an author's file. */
export const extremes = (): string =>
	JSON.stringify({
		pack: {
			id: EXTREMES,
			slug: 'extremes',
			title: names(256),
			license: 'CC0-1.0',
			langs: ['en', 'zh-Hans'],
			corrections: words(256),
		},
		sources: [bare.source, full.source],
		articles: [bare.article, ...full.articles],
		entities: [bare.entity, full.entity, ...many(PEOPLE, person)],
		events: [
			bare.event,
			{ id: 'full-series', name: names(256), when: { start: '2021', precision: 'year' }, series: true },
			full.event,
		],
		claims: [bare.claim, ...full.claims],
	});
