/** What the address asks for, and what every view is drawn with. */
import type { EventLine, PageView } from '../../../lib/corpus/views.ts';
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
