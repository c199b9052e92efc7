/**
 * Reads the page, asks for its names, and keeps the marks true to the page as it changes.
 * Reads the DOM in short slices; changes nothing but the highlight registry. Keeps numbers, not text.
 */

import type { Recognised } from '../events/index.ts';
import type { Answers, Mode, PageReport, PageText, Scanned } from '../messages/page.ts';
import type { Span } from '../names/page.ts';
import type { TextBlock } from './blocks.ts';
import { watchChanges } from './changes.ts';
import { createChoice, isSeen, type Kept } from './choice.ts';
import { drawMarks } from './draw.ts';
import {
	type Gathered,
	gather,
	gathering,
	type Head,
	head,
	pageText,
	rangesOf,
	reportOf,
	reportText,
} from './evidence.ts';
import { createHits, type Hits, type Placed, placedAt } from './hits.ts';
import { type Doubt, Ledger, type Places, placesIn } from './ledger.ts';
import type { Marks } from './marks.ts';
import { watchNear } from './near.ts';
import { keepPace, type Turn } from './pace.ts';
import { createScan } from './scan.ts';
import { drawUnlike } from './second.ts';
import { createSections, type Section } from './sections.ts';
import { idle, inSlices } from './slices.ts';
import { createLifter } from './strangers.ts';

export interface Ports {
	/** The names in the parts of a scan request. */
	scan(parts: string[]): Promise<Scanned>;
	/** People no pack knows, by text; asked only where a weak name may be part of theirs. */
	strangers(texts: string[]): Promise<Span[][]>;
	events(page: PageText): Promise<Answers['events']>;
	/** How the reader wants it; null where nobody can tell. Nothing is drawn before. */
	mode: Promise<Mode | null>;
}

export interface PageReader {
	readonly events: readonly Recognised[];
	/** Statements that others differ from or word otherwise. */
	readonly unlike: Answers['events']['unlike'];
	readonly hits: Hits;
	/** The names a reader steps through, in the order of the page. */
	stops(): Stop[];
	/** Where a stop stands now; null when its text is gone. */
	placed(stop: Stop): Placed | null;
	/** The name at this place in the report's list. */
	mention(at: number): Placed | null;
	/** The report's text as it stands now. */
	blocks(): TextBlock[];
	/** The packs say something else now: everything is asked for anew, and what stands is kept until then. */
	renew(): void;
	/** Marks a name of this page no more, or again. */
	hide(entity: string, hide: boolean): void;
	mode: Mode;
	/** What the reader used last: a kind of pointer, or '' for the keyboard. */
	hand: string;
	/** Called when the names of what was read are known. */
	onShow(): void;
	report(): PageReport;
}

export interface Stop {
	section: Section;
	place: number;
}

const NOTHING: Answers['events'] = { recognised: [], second: [], unlike: { differs: 0, worded: 0 } };

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
	/** The keys of `kept`, in the order of the page. */
	let ordered: readonly Section[] | null = null;
	/** Sections whose names are asked for. */
	const pending = new Set<Section>();
	/** There was markup of more than even paragraphs: it is read again, node by node. */
	let uneven = false;
	/** Lines that end articles. */
	const closing = new Set<string>();
	/** The head of the page, until all of it was read once. */
	let first: Gathered | null = gathering();
	/** Its roles when the first names were drawn. */
	let early: Head | null = null;
	/** Something was drawn. */
	let shown = false;
	let changed = true;
	const removed: StaticRange[] = [];
	let answer: Answers['events'] = NOTHING;
	/** Ends of sentences that are told otherwise elsewhere. */
	let unlike: readonly StaticRange[] = [];
	let evidence = '';
	let firstMarks: number | null = null;
	/** ms, of the reading that is under way. */
	let spent = 0;

	const sections = createSections(document, {
		onRoot: (root) => changes.follow(root),
		onFresh(fresh) {
			pending.add(fresh.section);
			scan.add(fresh);
			return first?.add(fresh) ?? false;
		},
		onGone(section) {
			hits.forget(section);
			const one = kept.get(section);
			if (!one) return;
			// Taken off once their successors are drawn.
			removed.push(...one.drawn.values());
			near.forget(section);
			kept.delete(section);
			ordered = null;
			changed = true;
		},
	});
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
				evidence &&= ' ';
				changed = true;
				again();
			},
			look() {
				sections.lookForRoots();
				again();
			},
		},
		signal,
	);
	const near = watchNear(window, order, cameNear, signal);
	const hits = createHits(sections, (section) => kept.get(section), ledger, changes);
	const scan = createScan(ledger, ask, keep, answered);
	const lift = createLifter(
		ports.strangers,
		({ section, block }) => sections.read(section)?.[block]?.text,
		({ section, block }, spans) => {
			const one = kept.get(section);
			if (one) ledger.lift(one.places, block, spans);
		},
	);

	async function ask(parts: string[]) {
		const [scanned] = await Promise.all([ports.scan(parts), modeKnown]);
		signal.throwIfAborted();
		for (const at of scanned.discreet) choice.hide(ledger.numberOf(scanned.ids[at] as string), true);
		for (const line of scanned.closing) closing.add(line);
		return scanned;
	}

	function keep(section: Section, places: Places) {
		pending.delete(section);
		if (section.gone) return;
		if (!section.lengths.length) {
			sections.touch(section.first);
			uneven = true;
		}
		if (!places.length) return;
		const presumed = !first || !shown;
		kept.set(section, { places, roles: null, drawn: new Map(), presumed, unseen: new Set() });
		ordered = null;
		changed = true;
	}

	/** The first names come to be seen before all others are known. */
	function answered() {
		if (!first || shown || !kept.size) return;
		early = head(first.read, kept, document.title, closing, null);
		for (const _ of weigh([]) /* all at once: it is one request's worth */);
		show();
	}

	async function readFresh(): Promise<void> {
		spent += await inSlices(sections.refresh(), signal);
		await scan.end();
	}

	async function read(): Promise<void> {
		changed ||= first !== null;
		uneven = false;
		await readFresh();
		// Once more and no oftener: what a page makes of itself meanwhile waits for its turn.
		if (uneven) await readFresh();
		if (!changed) return;
		changed = false;
		const doubts: Doubt[] = [];
		spent += await inSlices(weigh(doubts), signal);
		const started = performance.now();
		const top = head(first?.read ?? gather(sections), kept, document.title, closing, early);
		first = early = null;
		show();
		spent += performance.now() - started;
		const more = lift(doubts);
		// The page has its turn between what is drawn and what is asked about it.
		await idle();
		signal.throwIfAborted();
		await recogniseEvents(top);
		if (!(await more)) return;
		signal.throwIfAborted();
		spent += await inSlices(weigh([]), signal);
		show();
		await recogniseEvents(top);
	}

	const weigh = (doubts: Doubt[]) =>
		ledger.weigh(sections.all(), (section) => kept.get(section)?.places, doubts);

	/** Chooses what is marked and draws it. `wanted`: by the reader, who sees it at once. */
	function show(wanted?: boolean) {
		choice.choose(kept, order(), !first);
		draw(order(), wanted);
		near.check();
		shown = true;
		reader.onShow();
	}

	function order(): readonly Section[] {
		ordered ??= sections.all().filter((section) => kept.has(section));
		return ordered;
	}

	function cameNear(changed: readonly Section[]) {
		const before = order().filter((section) => kept.get(section)?.presumed);
		for (const section of before) (kept.get(section) as Kept).presumed = false;
		draw(unfolded() ? order() : [...new Set([...changed, ...before])]);
	}

	/** Whether what was folded away has come to be seen: names in it may be marked now. */
	function unfolded(): boolean {
		let any = false;
		for (const section of order()) {
			const { unseen } = kept.get(section) as Kept;
			for (const place of near.has(section) ? unseen : []) {
				const around = reader.placed({ section, place })?.range.startContainer.parentElement;
				if (around && isSeen(around)) any = unseen.delete(place);
			}
		}
		if (any) choice.choose(kept, order(), !first);
		return any;
	}

	function draw(those = order(), wanted?: boolean) {
		const drawing =
			mode.marks && (mode.show !== 'events' || answer.recognised.some((one) => one.relation === 'about'));
		const { added, stale, unseen } = drawMarks(sections, ledger, kept, those, (section, one) => {
			const there = near.has(section) || one.presumed;
			return drawing && there ? choice.in(section, one) : [];
		});
		// What went stays until what took its place is known, and drawn: that may have changed again since it was read.
		if (wanted || !(pending.size || sections.stale)) stale.push(...removed.splice(0));
		marks.change(added, stale);
		if (added.length && !firstMarks)
			requestAnimationFrame(() => {
				firstMarks ??= performance.now();
			});
		if (unseen) {
			choice.choose(kept, order(), !first);
			changed = true;
			again();
		}
	}

	const drawSecond = () => drawUnlike(mode.marks ? unlike : []);

	async function recogniseEvents(top: Head): Promise<void> {
		const page = pageText(document, top, kept, ledger);
		const now = JSON.stringify(page.blocks);
		// Where there was an event, it is told that there is none any more.
		const asks = evidence || page.blocks.some((block) => block.entities.length);
		if (now !== evidence && asks) {
			evidence = now;
			answer = await ports.events(page);
			signal.throwIfAborted();
			if (mode.show === 'events') draw();
		}
		// Other nodes may bear the same words by now.
		unlike = rangesOf(top, answer.second);
		drawSecond();
	}

	async function turn(): Promise<Turn> {
		const started = performance.now();
		changes.settle();
		marks.keep();
		spent = performance.now() - started;
		const done = await read().then(
			() => true,
			() => false,
		);
		// Nobody answered: what was asked for is read again later, and not for ever.
		if (!done && !signal.aborted) for (const section of pending) sections.touch(section.first);
		pending.clear();
		return { spent, done, more: changed || changes.waiting || sections.stale };
	}

	/** A page nobody looks at waits until somebody does. */
	const again = keepPace(turn, () => !first && document.visibilityState !== 'visible', signal);
	signal.addEventListener('abort', () => {
		marks.clear();
		drawUnlike([]);
	});

	const reader: PageReader = {
		get events() {
			return answer.recognised;
		},
		get unlike() {
			return answer.unlike;
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
				for (const { place, entity } of placesIn(places))
					if (entity >= 0 && at-- === 0) return this.placed({ section, place });
			}
			return null;
		},
		blocks: () => reportText(sections).flatMap(({ blocks }) => blocks),
		renew() {
			scan.forget();
			closing.clear();
			evidence &&= ' ';
			changed = true;
			sections.renew();
			again();
		},
		hide(entity, hide) {
			choice.hide(ledger.numberOf(entity), hide);
			show(true);
		},
		get mode() {
			return mode;
		},
		set mode(now) {
			mode = now;
			show(true);
			drawSecond();
		},
		hand: '',
		onShow: () => undefined,
		report: () => ({
			...reportOf(document, sections, kept, ledger, closing),
			firstMarks,
			events: [...answer.recognised],
		}),
	};
	return reader;
}
