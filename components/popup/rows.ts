/** What the popup lists, group by group, each line with the place in the corpus page that it opens. Touches nothing. */
import type {
	ArticleLine,
	EntityLine,
	EventLine,
	OutletLine,
	PageView,
	SearchView,
} from '../../lib/corpus/views.ts';
import type { Key } from '../../lib/locale/index.ts';

export type Row =
	| { kind: 'entity'; line: EntityLine }
	| { kind: 'event'; line: EventLine }
	| { kind: 'source'; line: OutletLine }
	| { kind: 'article'; line: ArticleLine };

export interface Group {
	title: Key;
	rows: Row[];
	/** Names side by side instead of below each other. */
	chips?: boolean;
}

const of = <K extends Row['kind']>(kind: K, lines: readonly Extract<Row, { kind: K }>['line'][]): Row[] =>
	lines.map((line) => ({ kind, line }) as Row);

const filled = (groups: readonly Group[]): Group[] => groups.filter(({ rows }) => rows.length > 0);

export const foundGroups = ({ entities, events, sources, articles }: SearchView): Group[] =>
	filled([
		{ title: 'names', rows: of('entity', entities) },
		{ title: 'events', rows: of('event', events) },
		{ title: 'outlets', rows: of('source', sources) },
		{ title: 'articleList', rows: of('article', articles) },
	]);

/** This page's own first; its events are not listed twice. */
export function homeGroups(page: PageView | null, latest: readonly EventLine[]): Group[] {
	const own = page && page.access !== 'impossible' && !page.off ? page : null;
	const here = new Set(own?.events.map(({ id }) => id));
	return filled([
		{ title: 'onThisPage', rows: of('event', own?.events ?? []) },
		{ title: 'namesHere', rows: of('entity', own?.names ?? []), chips: true },
		{
			title: 'latestEvents',
			rows: of(
				'event',
				latest.filter(({ id }) => !here.has(id)),
			),
		},
	]);
}

/** Hash of the corpus page. */
export const placeOf = ({ kind, line }: Row): string => `#/${kind}/${encodeURIComponent(line.id)}`;
