/** Addresses within the corpus page: the hash names what is shown. Touches nothing. */

export type Route =
	| { page: 'events'; query: Record<string, string> }
	| { page: 'sources' }
	| { page: 'event' | 'entity' | 'article' | 'source'; id: string }
	| { page: 'compare'; a: string; b: string }
	| { page: 'search'; q: string }
	| { page: 'unknown' };

const ONE = ['event', 'entity', 'article', 'source'] as const;
const is = <T extends string>(list: readonly T[], text: string | undefined): text is T =>
	list.includes(text as T);

/** `#/event/<id>` and its like; anything else is unknown, an empty hash is the list of events. */
export function parse(hash: string): Route {
	const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split(/\?(.*)/s);
	const asked = Object.fromEntries(new URLSearchParams(query));
	const [page, ...rest] = path.split('/');
	const id = decoded(rest.join('/'));
	if (page === '' || (page === 'events' && id === '')) return { page: 'events', query: asked };
	if (page === 'sources' && id === '') return { page };
	if (page === 'search' && id === '') return { page, q: asked.q ?? '' };
	if (page === 'compare' && id === '') return { page, a: asked.a ?? '', b: asked.b ?? '' };
	return is(ONE, page) && id !== null && id !== '' ? { page, id } : { page: 'unknown' };
}

/** null: not well encoded. */
function decoded(text: string): string | null {
	try {
		return decodeURIComponent(text);
	} catch {
		return null;
	}
}

export const to = (page: (typeof ONE)[number], id: string): string => `#/${page}/${encodeURIComponent(id)}`;

const withQuery = (page: string, query: Record<string, string>): string => {
	const text = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== '')).toString();
	return text === '' ? `#/${page}` : `#/${page}?${text}`;
};
export const toEvents = (query: Record<string, string> = {}): string => withQuery('events', query);
export const toSearch = (q: string): string => withQuery('search', { q });
export const toCompare = (a: string, b: string): string => withQuery('compare', { a, b });
