/** What the address asks for, and what every view is drawn with. */
import type { KeptLine } from '../../../components/kept/KeptItem.tsx';
import type { EventLine, PageView } from '../../../lib/corpus/views.ts';
import type { Kept, KeptClaim } from '../../../lib/kept/index.ts';
import { locale } from '../../../lib/locale/index.ts';
import { FOREVER } from '../../../lib/settings/index.ts';
import { sample } from './sample.ts';

export const params = new URLSearchParams(location.search);
export const view = params.get('view') ?? 'card';
export const words = locale(params.get('ui') ?? 'en');
export const data = sample(({ en: 'en', 'zh-CN': 'zh-Hans', 'zh-TW': 'zh-Hant-TW' } as const)[words.lang]);
export const size = params.get('size');
export const nothing = () => {};
export const paused = params.has('paused') ? FOREVER : 0;

export function pageOf(): PageView {
	const access = (params.get('access') ?? 'all') as PageView['access'];
	const running = access === 'all' && !params.has('silent');
	return {
		host: 'news.example.org',
		access,
		off: params.has('off'),
		running,
		mentions: running ? 7 : 0,
		events: running && !params.has('plain') ? data.lines.slice(1).map(about) : [],
		names: running ? data.names : [],
	};
}

const about = (event: EventLine): EventLine => ({ ...event, relation: 'about' });

/** Two pages kept; the pack has since corrected what the first says. */
const kept = (id: string, rest: Partial<Kept>): Kept => ({
	id,
	event: 'p/vostochny-2023',
	url: `https://news.example.org/${id}`,
	title: '',
	outlet: 'news.example.org',
	lang: 'zh-Hant-TW',
	published: '2023-09-14',
	at: Date.UTC(2023, 8, 15),
	claims: [],
	...rest,
});

export function keptLines(): KeptLine[] {
	const event = data.events.find(({ id }) => id === 'vostochny-2023');
	const [first, second, third] = event?.claimLines ?? [];
	if (!event || !first || !second || !third) return [];
	const stated = (claim: string, exact: string, stance: KeptClaim['stance'] = 'reports', note = '') => ({
		claim,
		stance,
		exact,
		note,
	});
	return [
		{
			kept: kept('kept-1', {
				title: '金正恩與普丁在發射場會面',
				claims: [
					stated(first.id, '普丁一口答應會幫忙', 'words-otherwise', words.t('groupWorded')),
					stated(second.id, '專列星期二清晨駛過'),
					stated('p/gone', '砲彈早就在路上了'),
				],
			}),
			event: event.name,
			claims: [
				{ text: first.text, corrected: null },
				{ text: second.text, corrected: { how: 'altered', at: '2023-09-20', was: third.text } },
				{ text: null, corrected: { how: 'withdrawn', at: '2023-09-21', was: third.text } },
			],
		},
		{
			kept: kept('kept-2', { lang: 'en', outlet: 'a-very-long-name-of-an-outlet.example.com' }),
			event: event.name,
			claims: [],
		},
	];
}
