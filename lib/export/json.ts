/** An event as plain data. Touches nothing. */
import type { EventPage } from '../corpus/pages.ts';

export const FORMAT = 'sidelight-event/1';

export function eventJson(page: EventPage): string {
	const { event, articles, participants, places, origins, pack, license, above } = page;
	const { relation: _, sources: _s, claimLines, ...about } = event;
	const data = {
		format: FORMAT,
		pack: pack && { id: pack.id, title: pack.title, asOf: pack.asOf, license },
		event: { ...about, partOf: above?.id ?? null },
		participants,
		places,
		articles,
		claims: claimLines.map(({ reports, ...claim }) => ({
			...claim,
			reports: reports.map(({ here: _h, ...report }) => report),
		})),
		origins: origins.links,
	};
	return `${JSON.stringify(data, null, '\t')}\n`;
}
