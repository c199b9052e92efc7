/** Two sources, or two events, side by side. Reads through Corpus only. */
import type { Reader } from '../text/index.ts';
import { topOf } from './card.ts';
import type { Corpus } from './corpus.ts';
import { claimLine, claimsWithin, eventLine, tell } from './coverage.ts';
import { eventPage } from './event-page.ts';
import { byTime } from './lines.ts';
import type { Comparison, SourceComparison, SourcePage } from './pages.ts';
import { sourcePage } from './source-page.ts';
import { type EventRow, publicId, splitId } from './store.ts';
import type { Scan } from './usage.ts';

/** Shared events whose statements are read, the newest; and shown, those with most in common. */
const LOOKED = 24;
const EVENTS = 6;

/** null: not both are there, or they are not of one kind. */
export async function comparison(
	corpus: Corpus,
	scan: Scan,
	a: string,
	b: string,
	reader: Reader,
): Promise<Comparison | null> {
	const [[left, right], [one, other]] = await Promise.all([
		Promise.all([a, b].map((id) => eventPage(corpus, id, reader))),
		Promise.all([a, b].map((id) => sourcePage(corpus, scan, id, reader))),
	]);
	if (left && right) return { kind: 'events', a: left, b: right };
	return one && other
		? { kind: 'sources', a: one, b: other, ...(await shared(corpus, one, other, reader)) }
		: null;
}

async function shared(
	corpus: Corpus,
	a: SourcePage,
	b: SourcePage,
	reader: Reader,
): Promise<Pick<SourceComparison, 'shared' | 'all'>> {
	// Parts stand behind their whole: one reports the banquet, the other the talks.
	const [left, right] = await Promise.all([a, b].map(({ events }) => tops(corpus, events)));
	const both = [...(left ?? [])].flatMap(([id, event]) => (right?.has(id) ? [event] : []));
	const newest = both.sort(byTime).reverse().slice(0, LOOKED);
	const found = await Promise.all(newest.map((event) => statements(corpus, event, a.id, b.id, reader)));
	return {
		all: both.length,
		shared: found.sort((one, other) => other.both.length - one.both.length).slice(0, EVENTS),
	};
}

async function tops(corpus: Corpus, ids: readonly string[]): Promise<Map<string, EventRow>> {
	const found = await Promise.all(
		(await corpus.events(ids)).map(async (event) => (await topOf(corpus, event)) ?? event),
	);
	return new Map(found.map((top) => [publicId(top.pack, top.id), top]));
}

async function statements(corpus: Corpus, event: EventRow, a: string, b: string, reader: Reader) {
	const claims = await claimsWithin(corpus, event);
	const parties = event.record.participants.map(({ entity }) => entity);
	const told = await tell(corpus, event.pack, claims, reader, parties);
	const of = (id: string) => {
		const [, local] = splitId(id);
		return (article: string) => {
			const record = told.articles.get(splitId(article)[1])?.record;
			return record?.source === local || record?.carries === local;
		};
	};
	const [inA, inB] = [of(a), of(b)];
	const lines = claims
		.map((claim) => claimLine(claim, told))
		.map((line) => ({
			...line,
			reports: line.reports.filter(({ article }) => inA(article) || inB(article)),
		}));
	const has = (is: (article: string) => boolean) => (line: (typeof lines)[number]) =>
		line.reports.some(({ article }) => is(article));
	return {
		event: await eventLine(corpus, event, reader),
		both: lines.filter((line) => has(inA)(line) && has(inB)(line)),
		a: lines.filter((line) => has(inA)(line) && !has(inB)(line)),
		b: lines.filter((line) => has(inB)(line) && !has(inA)(line)),
	};
}
