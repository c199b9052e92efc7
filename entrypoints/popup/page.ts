/** What is known of the page in a tab: whether Sidelight may read it, and what its overlay found. */
import type { PageView } from '../../lib/corpus/views.ts';
import type { PageReport } from '../../lib/messages/page.ts';
import { hostOf } from '../../lib/settings/index.ts';
import { accessTo } from './site-access.ts';

export type OnPage = Pick<PageView, 'events' | 'names'>;

/** `known`: access to the tab's site; null where the tab did not tell its address. `off`: hosts where it is off. `named`: reads what a report names; it is not asked where that is nothing. */
export async function pageView(
	url: string,
	report: PageReport | null,
	known: PageView['access'] | null,
	off: readonly string[],
	named: (report: PageReport) => Promise<OnPage>,
): Promise<PageView> {
	const host = hostOf(url || report?.url);
	const filled = report !== null && report.mentions.length + report.events.length > 0;
	const [access, here] = await Promise.all([
		known ?? (host === '' ? ('impossible' as const) : accessTo(host)),
		filled ? named(report) : { events: [], names: [] },
	]);
	return {
		host,
		access,
		off: off.includes(host),
		running: report !== null,
		mentions: report?.mentions.length ?? 0,
		...here,
	};
}
