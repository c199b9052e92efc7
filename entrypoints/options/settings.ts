/**
 * The reader's settings as our own pages meet them: what fails is told above the view, with its code. Where they cannot be
 * read a page draws with the defaults, since a blank one helps nobody. The background does not: it would act by them.
 */
import { browser } from 'wxt/browser';
import {
	type Change,
	changeSettings,
	chosenTag,
	DEFAULTS,
	readSettings,
	type Settings,
} from '../../lib/settings/index.ts';

// Asked for when it is wanted: a page without a face shares this file, and has no storage.
const local = () => browser.storage.local;

/** DEFAULTS itself where they cannot be read. */
export async function settingsToDraw(): Promise<Settings> {
	try {
		return await readSettings(local());
	} catch (error) {
		document.documentElement.lang = chosenTag(DEFAULTS, navigator.languages);
		tell('unread', error);
		return DEFAULTS;
	}
}

/** What holds after a change: `now` where it could not be kept. It is made on what is stored, never on the defaults. */
export const changed = async (change: Change, now: Settings): Promise<Settings> =>
	(await orTold(changeSettings(local(), change))) ?? now;

/** null where something could not be kept, and that is told. What succeeds after that takes the words back. */
export async function orTold<T>(work: Promise<T>): Promise<T | null> {
	try {
		const made = await work;
		void drawn?.then(() => document.getElementById('fault')?.remove());
		drawn = null;
		return made;
	} catch (error) {
		tell('unkept', error);
		return null;
	}
}

let drawn: Promise<void> | null = null;

export function tell(what: 'unread' | 'unkept', error: unknown): void {
	console.warn('sidelight: storage', error);
	drawn = import('./fault.tsx').then(({ draw }) => draw(what, error));
}
