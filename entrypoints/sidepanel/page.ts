/** What the panel must know of the tab's page before anything is looked up: all of it is in the overlay's report. */
import type { PanelPage } from '../../components/panel/ask.ts';
import type { PageReport } from '../../lib/messages/page.ts';
import { hostOf, type Settings } from '../../lib/settings/index.ts';
import { accessTo } from '../popup/site-access.ts';

/** `url`: '' where the browser does not tell. */
export async function panelPage(
	url: string,
	report: PageReport | null,
	{ off }: Settings,
): Promise<PanelPage> {
	const host = hostOf(url || report?.url);
	return {
		host,
		// Where the overlay answers, it may read.
		access: report ? 'granted' : host === '' ? 'impossible' : await accessTo(host),
		off: off.includes(host),
		running: report !== null,
		events: report?.events ?? [],
	};
}
