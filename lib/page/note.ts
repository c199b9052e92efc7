/**
 * One calm line at the foot of the window: what a reader asked for and no card can say. Spoken as it comes, gone by
 * itself or by Escape. Part of the card's code; touches its own host only.
 */
import { keepHost } from './host.ts';

/** ms the line stays; and until it is filled, so that a screen reader knows the region before its words. */
const STAYS = 8000;
const BEFORE = 100;
/** px above the foot of the window. */
const ABOVE = 24;

/** Draws a line into a host; '' draws the region without words. */
export type DrawNote = (root: ShadowRoot, text: string) => void;

export interface Note {
	say(text: string): void;
	/** false: nothing was said. */
	close(): boolean;
}

export function keepNote(window: Window, draw: DrawNote, signal: AbortSignal): Note {
	const keeper = keepHost(window.document);
	let host: ReturnType<typeof keeper.show> = null;
	let timer: ReturnType<typeof setTimeout> | undefined;

	function close(): boolean {
		clearTimeout(timer);
		if (!host) return false;
		draw(host.root, '');
		keeper.remove();
		host = null;
		return true;
	}

	function fill(text: string) {
		if (!host) return;
		draw(host.root, text);
		const { style, offsetWidth, offsetHeight } = host.element;
		const set = (name: string, value: string) => style.setProperty(`--sidelight-${name}`, value, 'important');
		set('left', `${Math.max(0, (window.innerWidth - offsetWidth) / 2)}px`);
		set('top', `${Math.max(0, window.innerHeight - offsetHeight - ABOVE)}px`);
		set('seen', 'visible');
		timer = setTimeout(close, STAYS);
	}

	signal.addEventListener('abort', close);
	return {
		say(text) {
			close();
			host = keeper.show();
			if (!host) return;
			draw(host.root, '');
			timer = setTimeout(() => fill(text), BEFORE);
		},
		close,
	};
}
