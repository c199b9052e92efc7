/** Answers the panel's questions. The background holds the store and has it open; the panel opens none. */
import { browser } from 'wxt/browser';
import type { PanelAsk } from '../../components/panel/ask.ts';
import type { ComparisonView } from '../../lib/corpus/comparison-views.ts';
import { dropKept, keep, keptOf, mayKeep, readKept } from '../../lib/kept/index.ts';
import { ownText } from '../../lib/messages/own-text.ts';
import { ask, type Beside, type PageReport } from '../../lib/messages/page.ts';
import { changeSettings, readSettings } from '../../lib/settings/index.ts';
import type { Reader } from '../../lib/text/index.ts';
import { orTold } from '../options/settings.ts';
import { compareText } from './pasted.ts';

const local = browser.storage.local;
const send = (message: unknown) => browser.runtime.sendMessage(message);

/** What the tab shows. */
export interface Shown {
	report: PageReport | null;
	/** In a private window nothing is kept. */
	incognito: boolean;
	reader: Reader;
	/** Another one whenever packs are. */
	version: number;
}

interface DoorAsk extends PanelAsk {
	/** The number in the report of a block that was compared. */
	inReport(block: number): number;
}

/** Statements the panel showed of the page that is read, and since when: should a pack correct them, it says so. */
const shown = { url: '', claims: new Set<string>(), since: 0 };
const MOST = 500;

const known = (url: string) =>
	shown.url === url ? { claims: [...shown.claims].slice(0, MOST), since: shown.since } : undefined;

function show(url: string, { groups }: ComparisonView): void {
	if (shown.url !== url) Object.assign(shown, { url, claims: new Set(), since: Date.now() });
	for (const { claim, answers } of groups.flatMap(({ threads }) => threads))
		for (const { id } of [claim, ...answers]) shown.claims.add(id);
}

/** The same object while nothing changes: what is drawn of the page is asked for once. */
export function panelAsk({ report, incognito, reader, version }: Shown, before?: DoorAsk): DoorAsk {
	const relations = new Map(report?.events.map(({ id, relation }) => [id, relation]));
	const own = report && ownText(report);
	const key = JSON.stringify([reader, version, [...relations], own, incognito]);
	if (before?.key === key) return before;
	const event = report?.events.find(({ relation }) => relation === 'about')?.id;
	let asked: Promise<Beside | null> | undefined;

	const beside = (): Promise<Beside | null> => {
		if (!own || event === undefined) return Promise.resolve(null);
		asked ??= ask({ type: 'beside', page: own.page, event, known: known(own.page.url) }, send).then(
			(answer) => {
				if (answer.beside) show(own.page.url, answer.beside.view);
				return answer.beside;
			},
		);
		asked.catch(() => {
			asked = undefined;
		});
		return asked;
	};
	const made = async (date = '') => {
		const comparison = (await beside())?.comparison;
		return own && comparison ? keptOf(own.page, comparison, Date.now(), own.page.published || date) : null;
	};
	// What will be drawn first is on its way while the rest is made ready.
	void beside().catch(() => undefined);

	return {
		key,
		page: { title: report?.title ?? '', url: report?.url ?? '' },
		inReport: (block) => own?.at[block] ?? -1,
		async event(id) {
			const { event: found } = await ask({ type: 'event', event: id }, send);
			return found && { ...found, relation: relations.get(id) ?? 'none' };
		},
		compare: beside,
		paste: compareText,
		async keeping() {
			const compared = await beside();
			if (!compared) return null;
			const [one, all, settings] = await Promise.all([made(), readKept(local), readSettings(local)]);
			return {
				may: mayKeep(one, { incognito }),
				on: settings.keep,
				kept: all.some(({ id }) => id === one?.id),
				corrected: compared.keptCorrected,
			};
		},
		async keep(date) {
			const [one, { keep: on }] = await Promise.all([made(date), readSettings(local)]);
			if (one && on && mayKeep(one, { incognito }) === 'yes') await orTold(keep(local, one));
		},
		async forget() {
			const one = await made();
			if (one) await orTold(dropKept(local, one.id));
		},
		async allowKeeping() {
			await orTold(changeSettings(local, { keep: true }));
		},
	};
}
