/** What the reader chose. Kept in the extension's local storage; parsed at each read, so a damaged value is a default. */
import * as v from 'valibot';
import { READERS, type Reader, readerOf } from '../text/language.ts';

const Settings = v.object({
	/** The form of names and texts; `auto` follows the browser. */
	reader: v.fallback(v.picklist(['auto', ...READERS]), 'auto'),
	/** Hosts on which Sidelight stays off. */
	off: v.fallback(v.array(v.string()), []),
	/** Public ids of names that are not to be marked. */
	hidden: v.fallback(v.array(v.string()), []),
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

export async function readSettings(area: Area): Promise<Settings> {
	return v.parse(Settings, { ...((await area.get(KEY))[KEY] as object | undefined) });
}

export async function changeSettings(area: Area, change: Partial<Settings>): Promise<Settings> {
	const settings = { ...(await readSettings(area)), ...change };
	await area.set({ [KEY]: settings });
	return settings;
}

/** `languages`: the browser's, most wanted first. */
export function chosenReader({ reader }: Settings, languages: readonly string[]): Reader {
	return reader === 'auto' ? readerOf(languages[0] ?? 'en') : reader;
}
