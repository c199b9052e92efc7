/**
 * Everything that content scripts and extension pages may ask of the background, and the other way round.
 * Content scripts can ask for mentions, events and cards, and nothing that takes a URL or writes.
 */
import * as v from 'valibot';
import { CHUNK, MESSAGE, ROLES } from './page.ts';

export * from './page.ts';

export const ScanRequest = v.strictObject({
	id: v.number(),
	/** One by one; or as UTF-8, with `PART` between them. */
	parts: v.union([
		v.pipe(
			v.array(v.string()),
			v.check((parts) => parts.reduce((sum, { length }) => sum + length, 0) <= 2 * MESSAGE),
		),
		v.pipe(
			v.instance(Uint8Array),
			v.check(({ length }) => length <= 6 * MESSAGE),
		),
	]),
	/** The next message goes on with the texts of this request. */
	more: v.boolean(),
});
export type ScanRequest = v.InferOutput<typeof ScanRequest>;

const Id = v.pipe(v.string(), v.maxLength(160));
const Short = v.pipe(v.string(), v.maxLength(512));

/** What events are recognised by: the article's own blocks with the mentions in them. */
export const PageText = v.strictObject({
	url: v.pipe(v.string(), v.maxLength(4096)),
	title: Short,
	lang: Short,
	/** ISO 8601 as the page states it in JSON-LD, meta or time; '' when it does not. */
	published: Short,
	blocks: v.pipe(
		v.array(
			v.strictObject({
				role: v.picklist(ROLES),
				text: v.pipe(v.string(), v.maxLength(CHUNK)),
				/** Public ids of the entities mentioned, in order. */
				entities: v.array(Id),
			}),
		),
		v.maxLength(2000),
	),
});
export type PageText = v.InferOutput<typeof PageText>;

/** What is shown of claims, and since when (ms since 1970): whoever shows them wants to know what was corrected. */
const Known = v.optional(
	v.strictObject({ claims: v.pipe(v.array(Id), v.maxLength(500)), since: v.number() }),
);

/** Asked by `runtime.sendMessage`; answered with `Answer[type]`, or `{ error: code }`. */
export const Request = v.variant('type', [
	/** The marks' look, into the frame that asks. */
	v.strictObject({ type: v.literal('style') }),
	/** The card's code, into the frame that asks. */
	v.strictObject({ type: v.literal('card-code') }),
	v.strictObject({ type: v.literal('events'), page: PageText }),
	/** What a text does with the claims of an event. */
	v.strictObject({ type: v.literal('compare'), page: PageText, event: Id }),
	/** From extension pages only. A text beside all others on its event, as it is shown: a page's own, or a pasted one. */
	v.strictObject({
		type: v.literal('beside'),
		page: PageText,
		/** Known for a page; a pasted text's is found first. */
		event: v.optional(Id),
		known: Known,
	}),
	/** From extension pages only. An event with its whole coverage. */
	v.strictObject({ type: v.literal('event'), event: Id }),
	/** What others say of the sentence that holds this place of a page about an event. */
	v.strictObject({
		type: v.literal('sentence'),
		page: PageText,
		event: Id,
		block: v.number(),
		start: v.number(),
	}),
	v.strictObject({
		type: v.literal('card'),
		entity: Id,
		known: Known,
		heading: Short,
		headingLang: Short,
		events: v.pipe(
			v.array(v.strictObject({ id: Id, relation: v.picklist(['about', 'mentions']) })),
			v.maxLength(64),
		),
	}),
	/** People the packs do not know, in texts where a weak name may be part of theirs. */
	v.strictObject({
		type: v.literal('strangers'),
		texts: v.pipe(v.array(v.pipe(v.string(), v.maxLength(CHUNK))), v.maxLength(200)),
	}),
	/** The reader wants a name marked no more, or again. */
	v.strictObject({ type: v.literal('hide-name'), entity: Id, hide: v.boolean() }),
	/** Shows an event in the side panel. */
	v.strictObject({ type: v.literal('show-event'), event: Id, claim: v.optional(Id) }),
	/** All of it in the corpus page, in a tab of its own. */
	v.strictObject({ type: v.literal('open-corpus'), kind: v.picklist(['event', 'entity']), id: Id }),
	/** Off for the site that asks. */
	v.strictObject({ type: v.literal('site-off') }),
	/** How to behave on the page that asks. */
	v.strictObject({ type: v.literal('mode') }),
	/** From extension pages only. What became of every candidate in the blocks of a page, and why. */
	v.strictObject({ type: v.literal('explain'), texts: v.array(v.pipe(v.string(), v.maxLength(CHUNK))) }),
	v.strictObject({ type: v.literal('ready') }),
	/** The search index is missing or damaged: answered when it is built anew. */
	v.strictObject({ type: v.literal('search-index') }),
]);
export type Request = v.InferOutput<typeof Request>;
