/** Packs of invented facts, as large as asked, the same each time. */
import type { Records } from '../../../lib/author/source.ts';

const CLAIMS_AN_EVENT = 20;

/** Syllables make names that no two entities share. */
const PARTS = [
	'ka',
	'lo',
	'mi',
	'ra',
	'ten',
	'vor',
	'sel',
	'dun',
	'bri',
	'hal',
	'nor',
	'pex',
	'qui',
	'zan',
	'wol',
	'yst',
];
const nameOf = (n: number): string => {
	let text = '';
	for (let rest = n + 4096; rest > 0; rest = Math.floor(rest / 16)) text += PARTS[rest % 16];
	return text[0]?.toUpperCase() + text.slice(1);
};
const han = (n: number): string =>
	String.fromCodePoint(
		0x4e00 + (n % 20_000),
		0x4e00 + ((n * 7919) % 20_000),
		0x4e00 + ((n * 104_729) % 20_000),
	);
const both = (en: string, zh: string) => ({ en, 'zh-Hans': zh });

/** `edited`: numbers of the claims that say something else now. */
export function largePack(
	claims: number,
	entities: number,
	edited: ReadonlySet<number> = new Set(),
): Records {
	const events = Math.ceil(claims / CLAIMS_AN_EVENT);
	return {
		sources: [{ id: 'daily', name: both('Daily', '日报'), medium: 'newspaper', country: 'SG' }],
		articles: Array.from({ length: events }, (_, i) => ({
			id: `a-${i}`,
			source: 'daily',
			lang: 'en' as const,
			published: '2024-05-01',
			title: `Report on meeting ${i}`,
			url: `https://daily.example/2024/05/01/${i}`,
		})),
		entities: Array.from({ length: entities }, (_, i) => ({
			id: `e-${i}`,
			kind: 'person' as const,
			name: both(nameOf(i), han(i)),
			description: both(`speaks for council ${i}`, `第${i}届理事会发言人`),
			roles: [],
			lookalikes: [],
			sameAs: [],
			discreet: false,
			aliases: [
				{ text: nameOf(i), strength: 'strong' as const },
				{ text: `${han(i)}${han(i + 1)}`, strength: 'strong' as const },
			],
		})),
		terms: [{ id: 'ferry', forms: { en: ['ferry'], 'zh-Hans': ['渡轮'], 'zh-Hant': ['渡輪'] } }],
		events: Array.from({ length: events }, (_, i) => ({
			id: `m-${i}`,
			name: both(`Meeting ${i}`, `第${i}次会议`),
			when: { start: '2024-05-01', precision: 'day' as const },
			where: [],
			participants: [{ entity: `e-${i % entities}` }, { entity: `e-${(i * 7 + 1) % entities}` }],
			what: [],
			relatedTo: [],
			series: false,
		})),
		claims: Array.from({ length: claims }, (_, i) => ({
			id: `c-${i}`,
			event: `m-${Math.floor(i / CLAIMS_AN_EVENT)}`,
			kind: 'statement' as const,
			speaker: `e-${i % entities}`,
			text: both(
				`Point ${i} of the meeting was settled${edited.has(i) ? ' after all' : ''}`,
				`会议第${i}点已达成一致${edited.has(i) ? '（更正）' : ''}`,
			),
			modality: 'done' as const,
			knownFrom: '2024-05-01',
			cues: [['ferry']],
			not: [],
			values: {},
			reports: [
				{
					article: `a-${Math.floor(i / CLAIMS_AN_EVENT)}`,
					via: [],
					stance: 'reports' as const,
					values: {},
					at: { exact: `point ${i}` },
				},
			],
		})),
	};
}

/** 1 % of the claims: story by story, or everywhere. */
export function editsOf(claims: number, how: 'stories' | 'scattered'): Set<number> {
	const count = Math.max(1, Math.floor(claims / 100));
	return new Set(
		Array.from({ length: count }, (_, i) => (how === 'stories' ? i : (i * 100 + ((i * 37) % 100)) % claims)),
	);
}
