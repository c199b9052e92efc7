/** The corpus page's views, at three widths of text. */
const PACK = 'f0f714f4782ee6325a014155a7fc8fc9';
const of = (page: string, id: string) => `#/${page}/${encodeURIComponent(`${PACK}/${id}`)}`;
const pair = (a: string, b: string) =>
	`#/compare?${new URLSearchParams({ a: `${PACK}/${a}`, b: `${PACK}/${b}` })}`;

const VIEWS: [name: string, hash: string, height: number][] = [
	['events', '#/events', 1500],
	['filtered', `#/events?${new URLSearchParams({ person: `${PACK}/kim-jong-un`, parts: '1' })}`, 1500],
	['event', of('event', 'vostochny-2023'), 5800],
	['series', of('event', 'putin-kim-summits'), 1200],
	['entity', of('entity', 'north-korea'), 2600],
	['article', of('article', 'dw-2023-09-13'), 3400],
	['source', of('source', 'vision-times'), 1900],
	['sources', '#/sources', 900],
	['sources-compared', pair('vision-times', 'rfi'), 3400],
	['events-compared', pair('vostochny-2023', 'pyongyang-2024'), 1400],
	['search', '#/search?q=%E6%99%AE%E4%B8%81', 1200],
	['missing', of('event', 'gone'), 600],
];

export const CORPUS_SHOTS = VIEWS.flatMap(([name, hash, height]) => [
	{ name: `corpus-${name}`, query: 'view=corpus', hash, width: 1280, height },
	{ name: `corpus-${name}-narrow`, query: 'view=corpus', hash, width: 400, height: height + 900 },
	{ name: `corpus-${name}-large`, query: 'view=corpus&size=200%25', hash, width: 1280, height: height + 900 },
]);
