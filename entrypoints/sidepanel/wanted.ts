/** The event a reader asked for in a card. Kept for as long as the browser runs, so that a panel just opened has it. */
import { browser } from 'wxt/browser';

export interface Wanted {
	tab: number;
	/** Public id. */
	event: string;
	/** Public id of the claim that was asked for. */
	claim?: string;
	/** ms since 1970. */
	at: number;
}

const KEY = 'wanted';
/** A panel that was opened for an event is there so soon, ms; one opened later was not opened for it. */
const FRESH = 10_000;

export const keepWanted = (tab: number, { event, claim }: Pick<Wanted, 'event' | 'claim'>): Promise<void> =>
	browser.storage.session.set({ [KEY]: { tab, event, claim, at: Date.now() } satisfies Wanted });

/** Tells of what is wanted already, and of each that comes. */
export async function followWanted(show: (wanted: Wanted) => void): Promise<void> {
	browser.storage.session.onChanged.addListener((changes) => {
		const wanted = changes[KEY]?.newValue as Wanted | undefined;
		if (wanted) show(wanted);
	});
	const { [KEY]: wanted } = (await browser.storage.session.get(KEY)) as { [KEY]?: Wanted };
	if (wanted && Date.now() - wanted.at < FRESH) show(wanted);
}
