/**
 * Reads the page, asks for its names, and keeps the marks true to the page as it changes.
 * Reads the DOM in short slices; changes nothing but the highlight registry. Keeps numbers, not text.
 */

import type { Recognised, Spot } from '../events/index.ts';
import type { Answers, Mode, PageReport, PageText } from '../messages/page.ts';
import type { Found, Span } from '../names/page.ts';
import { watchChanges } from './changes.ts';
import { createChoice, type Kept } from './choice.ts';
import { drawMarks } from './draw.ts';
import { type Head, head, pageText, rangeOfSentence, rangesOf, reportOf } from './evidence.ts';
import { hashOf } from './hash.ts';
import { createHits, type Hits, type Placed, placedAt } from './hits.ts';
import { type Doubt, Ledger, type Places, placesIn } from './ledger.ts';
import { HIGHLIGHT, type Marks } from './marks.ts';
import { watchNear } from './near.ts';
import { startScan } from './scan.ts';
import { createSecond } from './second.ts';
import { createSections, type Fresh, type Section } from './sections.ts';
import { inSlices } from './slices.ts';

export interface Ports {
	scan(texts: string[]): Promise<Found>;
	/** People no pack knows, by text; asked only where a weak name may be part of theirs. */
	strangers(texts: string[]): Promise<Span[][]>;
	events(page: PageText): Promise<Answers['events']>;
	/** Brings the marks' look, where the page does not have it. */
	style(): void;
	/** How the reader wants it; null where nobody can tell. Nothing is drawn before. */
	mode: Promise<Mode | null>;
}

export interface PageReader {
	readonly events: readonly Recognised[];
	readonly hits: Hits;
	/** The names a reader steps through, in the order of the page. */
	stops(): Stop[];
	/** Where a stop stands now; null when its text is gone. */
	placed(stop: Stop): Placed | null;
	/** The name at this place in the report's list. */
	mention(at: number): Placed | null;
	/** A sentence of the report's text; null when it is gone. */
	sentence(spot: Spot & { text: string }): StaticRange | null;
	/** Marks a name of this page no more, or again. */
	hide(entity: string, hide: boolean): void;
	mode: Mode;
	report(): PageReport;
}

export interface Stop {
	section: Section;
	place: number;
}

/** The page is read again so long after it changed, ms, and no more often than this share of time allows. */
const SETTLE = 250;
const SHARE = 0.03;
/** Names of sections that went are kept for so many blocks: lists put the same text back. */
const MOST_RECENT = 400;
/** ms until an unanswered request is made again, four times longer each time. */
const RETRY = 100;
const MOST_FAILURES = 3;
/** Texts of one page whose strangers are asked for at one time. */
const MOST_UNSURE = 200;
const NOTHING: Answers['events'] = { recognised: [], second: [] };

export function createReader(window: Window, marks: Marks, ports: Ports, signal: AbortSignal): PageReader {
	const { document } = window;
	let mode: Mode = { show: 'once', open: 'hover', marks: true };
	const modeKnown = ports.mode.then((known) => {
		mode = known ?? mode;
	});
	const ledger = new Ledger();
	const choice = createChoice(() => mode);
	/** Sections with names in them. */
	const kept = new Map<Section, Kept>();
	/** Names by hash of a text that stood on the page a while ago. */
	const recent = new Map<number, Places>();
	/** By hash of the text; null where they could not be had. */
	const strangers = new Map<number, readonly Span[] | null>();
	let removed: StaticRange[] = [];
	let answer: Answers['events'] = NOTHING;
	/** Ends of sentences that are told otherwise elsewhere. */
	let unlike: readonly StaticRange[] = [];
	let evidence = 0;
	let firstMarks: number | null = null;
	/** The whole text was read at least once. */
	let settled = false;
	/** Something was drawn. */
	let shown = false;
	/** Sections whose names are asked for. */
	/** Trees of which it is known whether marks there have their look. */
	const dressed = new WeakSet<Node>();
	const pending = new Set<Section>();
	/** The keys of `kept`, in the order of the page. */
	let ordered: readonly Section[] | null = null;
	let changed = false;

	const sections = createSections(document, (root) => changes.follow(root), gone);
	const changes = watchChanges(
		window,
		() => sections,
		{
			changed: () => again(),
			moved() {
				choice.reset();
				answer = NOTHING;
				unlike = [];
				drawSecond();
				evidence = 0;
			},
			look() {
				marks.keep();
				if (sections.lookForRoots()) again();
			},
		},
		signal,
	);
	const second = createSecond(signal);
	const near = watchNear(window, order, cameNear, signal);
	const hits = createHits(sections, (section) => kept.get(section), ledger, changes);

	function gone(section: Section) {
		hits.forget(section);
		const one = kept.get(section);
		if (!one) return;
		for (const [block, hash] of section.hashes.entries()) recent.set(hash, ledger.part(one.places, block));
		for (const [hash] of recent) {
			if (recent.size <= MOST_RECENT) break;
			recent.delete(hash);
		}
		// Taken off once their successors are drawn.
		removed.push(...one.drawn.values());
		near.forget(section);
		kept.delete(section);
		ordered = null;
		changed = true;
	}

	function keep(section: Section, places: Places) {
		pending.delete(section);
		if (section.gone || places.length === 0) return;
		const presumed = settled || !shown;
		kept.set(section, { places, roles: null, drawn: new Map(), presumed, unseen: new Set() });
		ordered = null;
		changed = true;
	}

	async function read(): Promise<void> {
		changed = false;
		let first: Fresh[] = [];
		let asked = false;
		const scan = startScan(
			ledger,
			async (texts) => {
				asked = true;
				const [found] = await Promise.all([ports.scan(texts), modeKnown]);
				signal.throwIfAborted();
				for (const at of found.discreet) choice.hide(ledger.numberOf(found.ids[at] as string), true);
				return found;
			},
			(hash) => recent.get(hash),
			keep,
			() => {
				// The first names come to be seen before all others are known.
				if (settled || first.length === 0) return;
				head(sections, kept, document.title, first);
				first = [];
				for (const _ of weigh([]) /* all at once: it is one request's worth */);
				show();
			},
		);
		spent += await inSlices(
			sections.refresh(),
			(fresh) => {
				if (!fresh) return;
				if (!settled && !asked) first.push(fresh);
				pending.add(fresh.section);
				scan.add(fresh);
			},
			signal,
		);
		await scan.end();
		if (!changed && settled) return;
		const doubts: Doubt[] = [];
		spent += await inSlices(weigh(doubts), () => undefined, signal);
		settled = true;
		const started = performance.now();
		const top = head(sections, kept, document.title);
		show();
		spent += performance.now() - started;
		const more = askForStrangers(doubts);
		await recogniseEvents(top);
		if (!(await more)) return;
		spent += await inSlices(weigh([]), () => undefined, signal);
		spent += timed(show);
		await recogniseEvents(top);
	}

	const weigh = (doubts: Doubt[]) =>
		ledger.weigh(sections.all(), (section) => kept.get(section)?.places, doubts);

	/** Chooses what is marked and draws it. */
	function show() {
		choice.choose(kept, order(), settled);
		draw();
		near.check();
		shown = true;
	}

	function order(): readonly Section[] {
		ordered ??= sections.all().filter((section) => kept.has(section));
		return ordered;
	}

	function cameNear(changed: readonly Section[]) {
		const before = order().filter((section) => kept.get(section)?.presumed);
		for (const section of before) (kept.get(section) as Kept).presumed = false;
		draw([...new Set([...changed, ...before])]);
	}

	function draw(those: readonly Section[] = order()) {
		const drawing =
			mode.marks && (mode.show !== 'events' || answer.recognised.some((one) => one.relation === 'about'));
		const { added, stale, unseen } = drawMarks(sections, kept, those, (section, one) => {
			const there = near.has(section) || one.presumed;
			return drawing && there ? choice.in(section, one) : [];
		});
		marks.change(added, [...removed, ...stale]);
		removed = [];
		if (added.some((range) => isBare(range, dressed))) ports.style();
		if (added.length > 0 && firstMarks === null)
			requestAnimationFrame(() => {
				firstMarks ??= performance.now();
			});
		if (unseen) {
			choice.choose(kept, order(), settled);
			again();
		}
	}

	/** Marks stand already; where the strangers cannot be had, doubtful names stay unmarked. */
	async function askForStrangers(doubts: readonly Doubt[]): Promise<boolean> {
		const texts = new Map<string, Doubt[]>();
		let lifted = false;
		for (const doubt of doubts) {
			const hash = doubt.section.hashes[doubt.block] as number;
			const known = strangers.get(hash);
			if (known) {
				lift(doubt, known);
				lifted = true;
			}
			if (known !== undefined || texts.size >= MOST_UNSURE) continue;
			const text = sections.read(doubt.section)?.[doubt.block]?.text;
			if (text !== undefined) texts.set(text, [...(texts.get(text) ?? []), doubt]);
		}
		if (texts.size === 0) return lifted;
		const spans = await ports.strangers([...texts.keys()]).catch(() => []);
		signal.throwIfAborted();
		for (const [at, [text, those]] of [...texts].entries()) {
			strangers.set(hashOf(text), spans[at] ?? null);
			for (const doubt of those) if (spans[at]) lift(doubt, spans[at]);
		}
		return lifted || spans.length > 0;
	}

	const drawSecond = () => second.draw(mode.marks ? unlike : []);

	function lift({ section, block }: Doubt, spans: readonly Span[]) {
		const one = kept.get(section);
		if (one) ledger.lift(one.places, block, spans);
	}

	async function recogniseEvents(top: Head): Promise<void> {
		const page = pageText(document, top, kept, ledger);
		const now = hashOf(JSON.stringify(page.blocks));
		if (now !== evidence && page.blocks.some((block) => block.entities.length > 0)) {
			evidence = now;
			answer = await ports.events(page);
			signal.throwIfAborted();
			if (mode.show === 'events') draw();
		}
		// Other nodes may bear the same words by now.
		unlike = rangesOf(top, answer.second);
		drawSecond();
	}

	let spent = 0;
	let pause = SETTLE;
	let running = false;
	let failures = 0;
	let timer: ReturnType<typeof setTimeout> | undefined;

	/** Reads what changed, after a pause that its cost sets; a page nobody looks at waits until somebody does. */
	function again() {
		if (timer !== undefined || running || signal.aborted) return;
		if (settled && document.visibilityState !== 'visible') return;
		timer = setTimeout(() => {
			timer = undefined;
			void start();
		}, pause);
	}

	async function start(): Promise<void> {
		running = true;
		spent = changes.spent();
		spent += timed(() => void changes.settle());
		marks.keep();
		const done = await read().then(
			() => true,
			() => false,
		);
		running = false;
		if (signal.aborted) return;
		pause = Math.max(SETTLE, (spent + changes.spent()) / SHARE);
		failures = done ? 0 : failures + 1;
		if (!done) {
			// Nobody answered: what was asked for is read again later, and not for ever.
			for (const section of pending) sections.touch(section.first);
			pause = RETRY * 4 ** failures;
		}
		pending.clear();
		if (failures <= MOST_FAILURES && (changes.waiting || sections.stale)) again();
	}

	signal.addEventListener('abort', () => {
		clearTimeout(timer);
		marks.clear();
	});
	void start();

	return {
		get events() {
			return answer.recognised;
		},
		hits,
		stops: () =>
			order().flatMap((section) =>
				choice.in(section, kept.get(section) as Kept).map((place) => ({ section, place })),
			),
		placed({ section, place }) {
			const one = kept.get(section);
			const blocks = one && sections.read(section);
			return one && blocks ? placedAt(blocks, one, place, ledger) : null;
		},
		mention(at) {
			for (const section of order()) {
				const { places } = kept.get(section) as Kept;
				let place = 0;
				for (const { entity } of placesIn(places)) {
					if (entity >= 0 && at-- === 0) return this.placed({ section, place });
					place++;
				}
			}
			return null;
		},
		sentence: (spot) => rangeOfSentence(sections, spot),
		hide(entity, hide) {
			choice.hide(ledger.numberOf(entity), hide);
			show();
		},
		get mode() {
			return mode;
		},
		set mode(now) {
			mode = now;
			show();
			drawSecond();
		},
		report: () => reportOf(document, sections, kept, ledger, answer.recognised, firstMarks),
	};
}

/** Whether marks there have no look: the sheet reaches no shadow tree, and no page that was open before. */
function isBare({ startContainer }: StaticRange, known: WeakSet<Node>): boolean {
	const root = startContainer.getRootNode();
	const element = startContainer.parentElement;
	if (!element || known.has(root)) return false;
	known.add(root);
	return !getComputedStyle(element, `::highlight(${HIGHLIGHT})`).textDecorationLine.includes('underline');
}

function timed(act: () => void): number {
	const started = performance.now();
	act();
	return performance.now() - started;
}
