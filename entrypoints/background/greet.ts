/** Right after installing, the welcome page asks where Sidelight may read. */
import { browser } from 'wxt/browser';

export function greet(): void {
	browser.runtime.onInstalled.addListener(async ({ reason }) => {
		if (reason !== 'install') return;
		const { origins = [] } = await browser.permissions.getAll();
		if (origins.length === 0)
			await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html' as '/') });
	});
}
