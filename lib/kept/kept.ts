/** What is kept of a page, and where: the extension's local storage, apart from settings and packs, so that neither's loss takes it. */
import * as v from 'valibot';
import { LANGS } from '../packs/records.ts';

const KeptClaim = v.object({
	/** Public id. */
	claim: v.string(),
	stance: v.picklist(['reports', 'words-otherwise', 'differs']),
	/** A few words of the page that are pointed at, as a pack's selectors. */
	exact: v.string(),
	/** How the page words it, in the reader's own words. */
	note: v.optional(v.string(), ''),
});
export type KeptClaim = v.InferOutput<typeof KeptClaim>;

const Kept = v.object({
	/** Local id of the article. */
	id: v.string(),
	/** Public id of its event. */
	event: v.string(),
	url: v.string(),
	title: v.string(),
	outlet: v.string(),
	lang: v.picklist(LANGS),
	/** ISO 8601, a day or a moment. */
	published: v.string(),
	/** ms since 1970. */
	at: v.number(),
	claims: v.array(KeptClaim),
});
export type Kept = v.InferOutput<typeof Kept>;

/** The part of `browser.storage.local` that is used. */
export interface Area {
	get(key: string): Promise<Record<string, unknown>>;
	set(items: Record<string, unknown>): Promise<void>;
	remove(key: string): Promise<void>;
}

const KEY = 'kept';
/** The oldest goes beyond so many. */
const MOST = 500;

/** Changes are made one after the other within a page: two at once would lose one. */
let last: Promise<unknown> = Promise.resolve();

/** Latest first, with the changes under way. What cannot be read is left out here, and stays where it is. */
export async function readKept(area: Pick<Area, 'get'>): Promise<Kept[]> {
	await last;
	return readable(await stored(area));
}

const readable = (all: unknown[]): Kept[] =>
	all.flatMap((one) => {
		const parsed = v.safeParse(Kept, one);
		return parsed.success ? [parsed.output] : [];
	});

async function stored(area: Pick<Area, 'get'>): Promise<unknown[]> {
	const list = (await area.get(KEY))[KEY];
	return Array.isArray(list) ? list : [];
}

function afterLast(work: () => Promise<void>): Promise<void> {
	const made = last.then(work);
	last = made.catch(() => undefined);
	return made;
}

function change(area: Area, to: (all: Kept[]) => Kept[]): Promise<void> {
	return afterLast(async () => {
		const all = await stored(area);
		const unread = all.filter((one) => !v.is(Kept, one));
		await area.set({ [KEY]: [...to(readable(all)).slice(0, MOST), ...unread] });
	});
}

/** In place of what was kept of the same page. */
export const keep = (area: Area, one: Kept): Promise<void> =>
	change(area, (all) => {
		const at = all.findIndex(({ id }) => id === one.id);
		return at < 0 ? [one, ...all] : all.with(at, one);
	});

/** As the reader puts it right; nothing where it is gone. */
export const editKept = (area: Area, id: string, edit: (kept: Kept) => Kept): Promise<void> =>
	change(area, (all) => all.map((one) => (one.id === id ? edit(one) : one)));

export const dropKept = (area: Area, id: string): Promise<void> =>
	change(area, (all) => all.filter((one) => one.id !== id));

export const clearKept = (area: Area): Promise<void> => afterLast(() => area.remove(KEY));

/** Pages on an event other than the one being read. */
export const ofEvent = (all: readonly Kept[], event: string, url: string): Kept[] =>
	all.filter((one) => one.event === event && one.url !== bareUrl(url));

/** Query strings carry the reader's trail; of a page's address only what names it is kept. */
export const bareUrl = (url: string): string => url.split('#')[0] ?? '';
