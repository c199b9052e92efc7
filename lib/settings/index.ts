/** What the reader chose. Kept in the extension's local storage; parsed at each read, so a damaged value is a default. */
import * as v from 'valibot';
import { READERS, type Reader, readerOf } from '../text/language.ts';
import { LOOKS, MOST, SHOWS } from './choices.ts';

export { LOOKS, type Look, modeOf, type Quiet, quietOn, SHOWS, type Show } from './choices.ts';
export { exportSettings, importSettings, SettingsError } from './portable.ts';
export { HOST, hostOf, patternOf, siteOf, sitePattern, typedHost } from './sites.ts';

const Settings = v.object({
	/** The form of names and texts; `auto` follows the browser. */
	reader: v.fallback(v.picklist(['auto', ...READERS]), 'auto'),
	/** How Sidelight shows itself on pages. */
	look: v.fallback(v.picklist(LOOKS), 'marks'),
	/** Which names are marked. */
	show: v.fallback(v.picklist(SHOWS), 'once'),
	/** The number of other sources on the toolbar button. */
	badge: v.fallback(v.boolean(), true),
	/** Off everywhere until then, ms since 1970; `FOREVER` until the reader goes on; 0 when not paused. */
	paused: v.fallback(v.number(), 0),
	/** Hosts on which Sidelight stays off. */
	off: v.fallback(v.pipe(v.array(v.string()), v.maxLength(MOST)), []),
	/** Public ids of names that are not to be marked. */
	hidden: v.fallback(v.pipe(v.array(v.string()), v.maxLength(MOST)), []),
	/** Offers to keep pages; they are kept apart from the settings. */
	keep: v.fallback(v.boolean(), false),
	/** Set when damage was repaired, until the reader saw it: the code of what was wrong. */
	repaired: v.fallback(v.string(), ''),
});
export type Settings = v.InferOutput<typeof Settings>;

/** The part of `browser.storage.local` that is used. */
export interface Area {
	get(key: string): Promise<Record<string, unknown>>;
	set(items: Record<string, unknown>): Promise<void>;
}

const KEY = 'settings';
/** The last moment a Date can name. */
export const FOREVER = 8.64e15;

export async function readSettings(area: Area): Promise<Settings> {
	return parse((await area.get(KEY))[KEY]);
}

const parse = (stored: unknown): Settings => v.parse(Settings, { ...(stored as object | undefined) });

/** What holds where the reader chose nothing. */
export const DEFAULTS = parse(undefined);

/** A function where it depends on what holds now. */
export type Change = Partial<Settings> | ((now: Settings) => Partial<Settings>);

/** Changes are made one after the other within a page: two at once would lose one. */
let last: Promise<unknown> = Promise.resolve();

export function changeSettings(area: Area, change: Change): Promise<Settings> {
	const made = last.then(async () => {
		const now = await readSettings(area);
		const settings = { ...now, ...(typeof change === 'function' ? change(now) : change) };
		await area.set({ [KEY]: settings });
		return settings;
	});
	last = made.catch(() => undefined);
	return made;
}

/** Before and after, out of what `storage.onChanged` says; null when it was about something else. */
export function settingsChange(
	changes: Record<string, { oldValue?: unknown; newValue?: unknown }>,
	area: string,
): { before: Settings; after: Settings } | null {
	const change = area === 'local' ? changes[KEY] : undefined;
	return change ? { before: parse(change.oldValue), after: parse(change.newValue) } : null;
}

/** `list` with `item` at its end, or without it. */
export const withItem = (list: readonly string[], item: string, wanted: boolean): string[] => {
	const others = list.filter((one) => one !== item);
	return wanted ? [...others, item].slice(-MOST) : others;
};

/** `languages`: the browser's, most wanted first. */
export function chosenReader({ reader }: Settings, languages: readonly string[]): Reader {
	return reader === 'auto' ? readerOf(languages[0] ?? 'en') : reader;
}

/** The language of our own texts: the reader's; of English, the browser's kind of it. */
export function chosenTag(settings: Settings, languages: readonly string[]): string {
	const reader = chosenReader(settings, languages);
	return reader === 'en' ? (languages[0] ?? 'en') : reader;
}
