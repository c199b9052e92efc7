/** The choices themselves, and what they mean on a page. Touches nothing. */
import type { Mode } from '../messages/page.ts';

/** Names underlined and a card on rest · nothing drawn before it · a card only while a key is held · the side panel alone. */
export const LOOKS = ['marks', 'hover', 'key', 'panel'] as const;
export type Look = (typeof LOOKS)[number];

/** A name once a page, every time, or only on pages about an event. */
export const SHOWS = ['once', 'every', 'events'] as const;
export type Show = (typeof SHOWS)[number];

/** Entries of a list the reader makes: far beyond any hand, and bounded for a file that is imported. */
export const MOST = 5000;

const MODES: Record<Look, Omit<Mode, 'show'>> = {
	marks: { open: 'hover', marks: true },
	hover: { open: 'hover', marks: false },
	key: { open: 'key', marks: true },
	panel: { open: 'none', marks: false },
};

export const modeOf = ({ look, show }: { look: Look; show: Show }): Mode => ({ ...MODES[look], show });

export interface Quiet {
	off: readonly string[];
	paused: number;
}

/** Whether the reader wants nothing shown there now. `host`: as `URL.hostname` has it. */
export const quietOn = ({ off, paused }: Quiet, host: string, now = Date.now()): boolean =>
	paused > now || off.includes(host);
