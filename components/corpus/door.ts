/** What the corpus page asks of the store; ids are public. */
import type {
	ArticlePage,
	ArticleRecord,
	Comparison,
	EntityPage,
	EventPage,
	Named,
	SourcePage,
} from '../../lib/corpus/pages.ts';
import type { EventLine, PackLine, Said, SearchView } from '../../lib/corpus/views.ts';

/** Events in the order of time. */
export interface Listed {
	/** Days since 1970-01-01, ascending. */
	days: Int32Array;
	rows(positions: readonly number[]): Promise<EventLine[]>;
}

export interface CorpusDoor {
	/** By `person`, `place`, `source`, `series`, and `parts` ('1'). null while there is no index. */
	list(filters: Record<string, string>): Promise<Listed | null>;
	event(id: string): Promise<EventPage | null>;
	entity(id: string): Promise<EntityPage | null>;
	article(id: string): Promise<ArticlePage | null>;
	source(id: string): Promise<SourcePage | null>;
	compare(a: string, b: string): Promise<Comparison | null>;
	search(text: string): Promise<SearchView>;
	/** In the order asked for, without what is there no more. */
	events(ids: readonly string[]): Promise<EventLine[]>;
	articles(ids: readonly string[]): Promise<ArticleRecord[]>;
	sources(): Promise<(Named & { pack?: Said })[]>;
	series(): Promise<Named[]>;
	/** The name of what a filter asks for. */
	named(kind: 'entity' | 'event' | 'source', id: string): Promise<Named | null>;
	/** The pack an id is of; null where it is not installed. */
	packOf(id: string): Promise<PackLine | null>;
	/** Hands the reader a file. */
	save(name: string, type: string, text: string): void;
}
