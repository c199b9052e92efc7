/** The texts of what can be chosen, in the order it is offered. */
import type { Key } from '../../lib/locale/index.ts';
import type { Look, Show } from '../../lib/settings/index.ts';

export const LOOK_TEXTS: Record<Look, [title: Key, why: Key]> = {
	marks: ['lookMarks', 'lookMarksWhy'],
	hover: ['lookHover', 'lookHoverWhy'],
	key: ['lookKey', 'lookKeyWhy'],
	panel: ['lookPanel', 'lookPanelWhy'],
};

export const SHOW_TEXTS: Record<Show, [title: Key, why: Key]> = {
	once: ['showOnce', 'showOnceWhy'],
	every: ['showEvery', 'showEveryWhy'],
	events: ['showEvents', 'showEventsWhy'],
};
