/** Opens a page in a running browser and notes what a reader meets there, and what the extension says of it. */
import type { Page } from 'puppeteer-core';
import { askComparison } from '../../lib/messages/compare.ts';
import type { Answers, PageReport } from '../../lib/messages/page.ts';
import { readCard, waitForCard } from '../browser/card.ts';
import type { Kind } from '../browser/find.ts';
import { askBackground, openOwn, type Running, tellTab } from '../browser/launch.ts';
import { hoverMark, waitForMarks } from '../browser/marks.ts';
import { locate } from './wrap.ts';

export interface Reading {
	url: string;
	browser: string;
	lang: string;
	/** Only what a person could meet: highlights, accessibility tree, pixels. */
	seen: {
		marks: { text: string; entity: string; name: string }[];
		card: string[] | null;
		panel: string[] | null;
	};
	/** Asked of the extension. Offsets in UTF-16 units of the raw file for plain texts, else of the block's text. */
	inside: {
		mentions: { start: number; end: number; text: string; entity: string; marked: boolean; role: string }[];
		/** Candidates that are no mention, by the code of why; offsets in the text of that block. */
		passed: { block: number; start: number; end: number; text: string; why: string }[];
		events: { id: string; name: string; score: number; relation: string; why: string[] }[];
		claims: { id: string; state: string; sentence: string }[];
	};
	/** ms; null where there was nothing to time. */
	ms: { firstMarks: number | null; card: number | null };
	errors: string[];
}

export interface LookOptions {
	lang: string;
	/** The plain text that the page was made of. */
	raw?: string | undefined;
	shot?: string | undefined;
}

export async function look(
	running: Running,
	url: string,
	{ lang, raw, shot }: LookOptions,
): Promise<Reading> {
	const { browser, kind } = running;
	const page = await browser.newPage();
	const errors: string[] = [];
	page.on('pageerror', (error) => errors.push(String((error as Error).message ?? error)));
	await page.goto(url, { waitUntil: 'domcontentloaded' });
	const marks = await waitForMarks(page);
	const card =
		marks.length > 0
			? { ms: await timedCard(page, kind, () => hoverMark(page, 0)), text: await readCard(page, kind) }
			: { text: null, ms: null };
	if (shot) await page.screenshot({ path: shot as `${string}.png` });

	const own = await openOwn(running, '/popup.html');
	try {
		const report = (await tellTab(own, page.url(), { type: 'report' })) as PageReport | null;
		const places = raw !== undefined && report ? locate(raw, report.blocks) : null;
		const mentions = (report?.mentions ?? []).map(({ block, start, end, entity, marked }) => {
			const { text = '', role = '' } = report?.blocks[block] ?? {};
			const offsets = places?.[block];
			return {
				start: offsets ? (offsets[start] ?? -1) : start,
				end: offsets ? (offsets[end - 1] ?? -2) + 1 : end,
				text: text.slice(start, end),
				entity: local(entity),
				marked,
				role,
				id: entity,
			};
		});
		const passed = await passedIn(own, report);
		const marked = mentions.filter((mention) => mention.marked);
		const names = new Map<string, string>();
		for (const { id } of marked) if (!names.has(id)) names.set(id, await nameOf(own, id));
		return {
			url,
			browser: await browser.version(),
			lang,
			seen: {
				marks: marks.map(({ text }, i) => {
					const id = marked[i]?.text === text ? (marked[i]?.id ?? '') : '';
					return { text, entity: local(id), name: names.get(id) ?? '' };
				}),
				card: card.text,
				panel: null,
			},
			inside: {
				mentions: mentions.map(({ id: _, ...mention }) => mention),
				passed,
				events: (report?.events ?? []).map((event) => ({ ...event, id: local(event.id) })),
				claims: await claimsOn(own, report),
			},
			ms: { firstMarks: await sinceReady(page, report?.firstMarks ?? null), card: card.ms },
			errors,
		};
	} finally {
		await own.close();
		await page.close();
	}
}

/** Candidates that are no mention; offsets in the block's text. */
async function passedIn(own: Page, report: PageReport | null): Promise<Reading['inside']['passed']> {
	if (!report) return [];
	const texts = report.blocks.map(({ text }) => text);
	const { candidates } = (await askBackground(own, { type: 'explain', texts })) as Answers['explain'];
	return candidates.flatMap(({ block, start, end, why }) => {
		const text = texts[block]?.slice(start, end) ?? '';
		return why === null ? [] : [{ block, start, end, text, why }];
	});
}

/** What the page does with the claims of the event it is about; those it does not tell have no sentence. */
async function claimsOn(own: Page, report: PageReport | null): Promise<Reading['inside']['claims']> {
	const event = report?.events.find(({ relation }) => relation === 'about');
	if (!report || !event) return [];
	const { url, title, lang, published } = report;
	const blocks = report.blocks
		.filter(({ role }) => EVIDENCE.has(role))
		.slice(0, MOST_BLOCKS)
		.map((block) => ({ ...block, entities: [] }));
	const page = { url, title, lang, published, blocks };
	const comparison = await askComparison(page, event.id, (message) => askBackground(own, message as object));
	return (comparison?.claims ?? []).map(({ claim, state, sentences }) => ({
		id: local(claim),
		state,
		sentence: sentences.map(({ block, start, end }) => blocks[block]?.text.slice(start, end)).join(' … '),
	}));
}

/** Roles that state claims; a request holds no more blocks. */
const EVIDENCE = new Set(['title', 'dateline', 'body', 'caption']);
const MOST_BLOCKS = 2000;

const local = (id: string) => id.slice(id.indexOf('/') + 1);

/** ms from the last movement of the pointer to the card on the screen, the dwell included; null when none came. */
export async function timedCard(page: Page, kind: Kind, move: () => Promise<void>): Promise<number | null> {
	await page.evaluate(() => {
		const times = window as unknown as { movedAt: number; cardAt: number };
		times.cardAt = 0;
		document.addEventListener(
			'pointermove',
			() => {
				if (!times.cardAt) times.movedAt = performance.now();
			},
			true,
		);
		const watch = () => {
			const host = document.querySelector<HTMLElement>('sidelight-card');
			if (host?.style.getPropertyValue('--sidelight-seen') === 'visible') times.cardAt ||= performance.now();
			else requestAnimationFrame(watch);
		};
		watch();
	});
	await move();
	if ((await waitForCard(page, kind)) === null) return null;
	return page.evaluate(() => {
		const { movedAt, cardAt } = window as unknown as { movedAt: number; cardAt: number };
		return cardAt ? cardAt - movedAt : null;
	});
}

async function nameOf(own: Page, entity: string): Promise<string> {
	const answer = (await askBackground(own, {
		type: 'card',
		entity,
		heading: '',
		headingLang: '',
		events: [],
	})) as {
		view?: { own: { text: string } | null };
	};
	return answer.view?.own?.text ?? '';
}

/** ms from DOMContentLoaded to the first frame with a mark. */
async function sinceReady(page: Page, firstMarks: number | null): Promise<number | null> {
	if (firstMarks === null) return null;
	const ready = await page.evaluate(
		() =>
			(performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming)
				.domContentLoadedEventStart,
	);
	return firstMarks - ready;
}
