/** The reader's shortcuts. Chromium allows four suggested keys; all can be given others. */
import { browser } from 'wxt/browser';
import type { Command } from '../../lib/messages/index.ts';
import { openPanel } from '../sidepanel/open.ts';
import { tell } from './tabs.ts';

const TO_PAGE: Record<string, Command> = {
	'next-name': { type: 'step', by: 1 },
	'previous-name': { type: 'step', by: -1 },
	'toggle-card': { type: 'toggle-card' },
	'page-summary': { type: 'summary' },
};

export function obeyCommands(): void {
	browser.commands.onCommand.addListener((name, tab) => {
		// Before any await: browsers open a panel only in the key press itself.
		if (name === 'open-panel' && tab) return void openPanel(tab.windowId);
		const command = TO_PAGE[name];
		if (command) void toReadTab(command);
	});
}

async function toReadTab(command: Command): Promise<void> {
	const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
	if (tab?.id !== undefined) tell(tab.id, command);
}
