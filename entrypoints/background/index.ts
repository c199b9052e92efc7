/** The background: answers overlays and pages, keeps the store, registers the overlay. All it holds in memory is a cache. */
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { answerMessages, answerScans } from './answers.ts';
import { greet } from './greet.ts';
import { keepScripts } from './scripts.ts';
import { ready } from './store.ts';

export default defineBackground(() => {
	answerScans();
	answerMessages();
	keepScripts();
	greet();
	browser.commands.onCommand.addListener(async (name) => {
		const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
		if (tab?.id === undefined) return;
		const command =
			name === 'toggle-card' ? { type: name } : { type: 'step', by: name === 'next-name' ? 1 : -1 };
		// A tab without an overlay has nobody to answer.
		await browser.tabs.sendMessage(tab.id, command).catch(() => undefined);
	});
	void ready().catch((error) => console.error('sidelight: store', error));
});
