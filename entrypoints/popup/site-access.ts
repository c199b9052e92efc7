/** Whether Sidelight may read a site. */
import { browser } from 'wxt/browser';
import type { PageView } from '../../lib/corpus/views.ts';
import { patternOf } from '../../lib/settings/index.ts';

export async function accessTo(host: string): Promise<PageView['access']> {
	const [all, own] = await Promise.all(
		['*://*/*', patternOf(host)].map((origin) => browser.permissions.contains({ origins: [origin] })),
	);
	return all ? 'all' : own ? 'granted' : 'none';
}
