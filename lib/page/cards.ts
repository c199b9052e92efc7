/**
 * Opening, pinning and closing the cards of names. Touches its own host elements and the focus, nothing else of the page.
 * Part of the card's code, not of the overlay.
 */
import type { CardAct, CardAnswer, DrawCard, DrawnCard } from './card-code.ts';
import { watchKeys } from './card-keys.ts';
import { watchNames } from './card-names.ts';
import { type CardCommand, obey } from './commands.ts';
import { type Placed, rectsOf, sameName } from './hits.ts';
import { type Host, keepHost } from './host.ts';
import { lineOf } from './line.ts';
import { type DrawNote, keepNote } from './note.ts';
import type { PageReader } from './reader.ts';
import { keepSpot } from './spot.ts';

/** What a card shows of claims, and since when, ms since 1970. */
export interface Known {
	claims: string[];
	since: number;
}

export interface CardPorts {
	/** What the card of a name shows, on the page as it is now. */
	card(mention: Placed, known?: Known): Promise<CardAnswer>;
	/** Marks the name no more, or again: on every page, once that is stored. */
	hide(entity: string, hide: boolean): Promise<unknown>;
	siteOff(): Promise<unknown>;
	/** Whether an update ended this script: the one that came with it answers from now on. */
	ended(): boolean;
	/** The reader's words for what no card can say. */
	words: {
		nothingHere(): string;
		notFound(text: string): string;
		summary(): string;
		unkept(code: string): string;
	};
}

/** By keyboard: focus goes in. By a finger: along the edge. Asked for in a menu: no pointer that leaves closes it. */
export type Opener = 'pointer' | 'keyboard' | 'touch' | 'asked';

export interface Cards {
	/** Fetches, draws and places the card of a name before it is wanted, unseen. */
	warm(mention: Placed): void;
	open(mention: Placed, by?: Opener): Promise<void>;
	/** Closes the card that is not pinned. */
	close(): void;
	command(command: CardCommand): void;
	/** Other facts are live now: open cards show them, and what they showed that was corrected. */
	renew(): void;
	/** A card that was only hovered has lost its name if that is in what scrolled. */
	scrolled(what: EventTarget | null): void;
	/** Of the card that goes when the pointer leaves it. */
	readonly box: DOMRect | null;
	readonly openFor: Placed | null;
	inCard(event: Event): boolean;
}

interface Shown {
	mention: Placed;
	host: Host;
	by: Opener;
	/** The card that this one's name stands in. */
	outer: Shown | null;
	/** Boxes it was placed by, and what gives them. */
	anchor: DOMRect[];
	where(): DOMRect[];
	/** What had the focus before. */
	before: HTMLElement | null;
	known: Known;
	show(): void;
	close(): void;
	renew(answer: Given): void;
}

type Answer = CardAnswer | { failed: string };
type Given = Parameters<DrawnCard['renew']>[0];

/** More pinned cards than these and the oldest closes. */
const MOST_PINNED = 3;
/** So long after the pointer came to rest a card that was not opened is given up, ms. */
const UNWANTED = 600;

export function createCards(
	window: Window,
	reader: PageReader,
	ports: CardPorts,
	draw: { card: DrawCard; note: DrawNote },
	signal: AbortSignal,
): Cards {
	const { document } = window;
	const keeper = keepHost(document);
	const note = keepNote(window, draw.note, signal);
	const spot = keepSpot(window);
	/** The card of a name on the page, then that of a name in it, and so on. */
	const chain: Shown[] = [];
	const pinned: Shown[] = [];
	/** Asked for while the pointer rested. */
	let ready: { mention: Placed; answer: Promise<Answer> } | null = null;
	/** Drawn while the pointer rests: its layout takes longer than a reader should wait. */
	let unseen: Shown | null = null;
	let unwanted: ReturnType<typeof setTimeout> | undefined;
	/** Counts the calls, so that a slow answer does not open over a newer one. */
	let turn = 0;

	const asked = (mention: Placed, known?: Known): Promise<Answer> =>
		ports.card(mention, known).catch((error): Answer => ({ failed: codeOf(error) }));

	function answerFor(mention: Placed): Promise<Answer> {
		if (!ready || !sameName(ready.mention, mention)) ready = { mention, answer: asked(mention) };
		return ready.answer;
	}

	function renew() {
		ready = null;
		giveUp();
		for (const one of all())
			void asked(one.mention, one.known).then((answer) => {
				if (!all().includes(one)) return;
				one.known.claims = [...new Set([...one.known.claims, ...claimsOf(answer)])];
				one.renew(given(answer));
				join(one, answer);
			});
	}

	/** What is said of the sentence may come after the card. */
	function join(one: Shown, answer: Answer) {
		if ('failed' in answer) return;
		void answer.late?.then((sentence) => {
			if (sentence && [...all(), unseen].includes(one)) one.renew({ ...answer, sentence });
		});
	}

	async function warm(mention: Placed): Promise<void> {
		const since = Date.now();
		const answer = await answerFor(mention);
		// Beside an open card that of the next name waits until the first is gone.
		if (chain.length > 0 || isOpen(mention) || signal.aborted || ports.ended()) return;
		if (!ready || !sameName(ready.mention, mention)) return;
		const anchor = rectsOf(mention.range);
		if (anchor.length === 0) return;
		if (!isReady(mention, anchor)) {
			giveUp();
			const where = () => rectsOf(mention.range);
			unseen = prepare({ mention, by: 'pointer', outer: null, anchor, where, before: null, since }, answer);
		}
		clearTimeout(unwanted);
		unwanted = setTimeout(giveUp, UNWANTED);
	}

	/** Whether the card that is not seen yet is that of this name, and stands where it should: above all else, too. */
	const isReady = (mention: Placed, anchor: readonly DOMRect[]) =>
		unseen !== null &&
		sameName(unseen.mention, mention) &&
		!document.querySelector(':is(:popover-open, :modal):not(sidelight-card)') &&
		unseen.host.element.matches(':popover-open') &&
		JSON.stringify(unseen.anchor) === JSON.stringify(anchor);

	function giveUp() {
		clearTimeout(unwanted);
		if (unseen) remove(unseen);
		unseen = null;
	}

	async function open(mention: Placed, by: Opener = 'pointer', outer: Shown | null = null): Promise<void> {
		if (by !== 'keyboard' && isOpen(mention)) return;
		const mine = ++turn;
		const since = Date.now();
		const answer = await answerFor(mention);
		// Kept for one opening: what the reader changes meanwhile counts.
		ready = null;
		if (mine !== turn || signal.aborted || ports.ended()) return;
		if (outer && !all().includes(outer)) return;
		if (rectsOf(mention.range).length === 0) return;
		// Along the edge the inner card lies over the outer.
		const where = by === 'touch' && outer ? outer.where : () => rectsOf(mention.range);
		const anchor = where();
		const focus = by === 'keyboard';
		const before = focused(outer);
		endBehind(outer);
		note.close();
		if (by !== 'pointer' || !isReady(mention, anchor)) giveUp();
		const now = unseen ?? prepare({ mention, by, outer, anchor, where, before, since }, answer);
		unseen = null;
		if (!now) return;
		now.before = before;
		if (focus && !outer) spot.set(mention.range);
		chain.push(now);
		now.show();
	}

	/** Draws a card where it stands, unseen. null: the page wants none. */
	function prepare(
		{
			since,
			...shown
		}: Pick<Shown, 'mention' | 'by' | 'outer' | 'anchor' | 'where' | 'before'> & { since: number },
		answer: Answer,
	): Shown | null {
		const { mention, by } = shown;
		const host = keeper.show();
		if (!host) return null;
		const ended = new AbortController();
		const drawn = draw.card(host.element, host.root, {
			...given(answer),
			where: shown.where,
			upright: uprightAt(mention.range),
			focus: by === 'keyboard',
			sheet: by === 'touch',
			line: lineOf(mention),
			onAct: (what) => act(what, now, answer),
		});
		const now: Shown = {
			...shown,
			...drawn,
			host,
			known: { claims: claimsOf(answer), since },
			close() {
				ended.abort();
				drawn.close();
			},
		};
		const inner = () => chain.find((one) => one.outer === now) ?? null;
		watchNames(
			host.root,
			{
				open: (name, how) => void open(name, how, now),
				inner: () => inner()?.host.element ?? null,
				closeInner() {
					const one = inner();
					if (one?.by === 'pointer') end(one);
				},
			},
			ended.signal,
		);
		join(now, answer);
		return now;
	}

	const all = () => [...pinned, ...chain];
	/** In sight: the page can take a host away, or shut it. */
	const isOpen = (mention: Placed) =>
		all().some(
			({ host, mention: other }) => host.element.matches(':popover-open') && sameName(other, mention),
		);

	/** What has the focus now, for the card to give it back to: in a card, or on the page. */
	function focused(outer: Shown | null): HTMLElement | null {
		const active = outer ? outer.host.root.activeElement : document.activeElement;
		const ours = all().some(({ host }) => host.element === active);
		return active instanceof HTMLElement && !ours ? active : (chain[0]?.before ?? null);
	}

	/** Ends the cards behind one, or all that are not pinned. */
	function endBehind(outer: Shown | null) {
		const from = outer ? chain.indexOf(outer) + 1 : 0;
		for (const one of chain.slice(from).reverse()) end(one);
	}

	function remove({ host, close }: Shown) {
		close();
		keeper.hide(host);
	}

	/** Ends one card, those that were opened from it, and gives the focus back. */
	function end(one: Shown) {
		for (const inner of chain.filter(({ outer }) => outer === one)) end(inner);
		const hadFocus = document.activeElement === one.host.element;
		remove(one);
		for (const list of [chain, pinned]) {
			const at = list.indexOf(one);
			if (at >= 0) list.splice(at, 1);
		}
		if (!hadFocus) return;
		one.before?.focus({ preventScroll: true });
		if (!one.outer) spot.restore();
	}

	function close() {
		turn++;
		endBehind(null);
	}

	function act(what: CardAct, one: Shown, answer: Answer) {
		if (what === 'pin') return pin(one);
		end(one);
		if ('failed' in answer) return;
		if (what === 'hide-name') orTold(ports.hide(answer.view.entity, !answer.hidden));
		if (what === 'site-off') orTold(ports.siteOff());
	}

	/** The card is closed by then. */
	function orTold(change: Promise<unknown>) {
		change.catch((error) => note.say(ports.words.unkept(codeOf(error))));
	}

	function pin(one: Shown) {
		const at = chain.indexOf(one);
		if (at < 0) return;
		chain.splice(at, 1);
		one.outer = null;
		pinned.push(one);
		if (pinned.length > MOST_PINNED) end(pinned[0] as Shown);
	}

	const holding = (event: Event): Shown | undefined => {
		const path = event.composedPath();
		return all().find((one) => path.includes(one.host.element));
	};

	watchKeys(
		window,
		{
			holding: (event) => holding(event)?.host ?? null,
			escape(host) {
				const one = all().find((shown) => shown.host === host) ?? chain.at(-1);
				turn++;
				if (!one) return note.close();
				end(chain.find(({ outer }) => outer === one) ?? one);
				return true;
			},
			hosts: () => all().map(({ host }) => host),
			raise: keeper.raise,
		},
		signal,
	);
	signal.addEventListener('abort', () => {
		giveUp();
		for (const one of all()) one.close();
		pinned.length = 0;
		chain.length = 0;
		keeper.remove();
	});

	const cards: Cards = {
		renew,
		warm: (mention) => void warm(mention),
		open,
		close,
		scrolled(what) {
			const [first] = chain;
			if (first?.by !== 'pointer' || !(what instanceof Node)) return;
			if (what.contains(first.mention.range.startContainer)) close();
		},
		get box() {
			const [first] = chain;
			if (!first?.host.element.isConnected || first.by !== 'pointer') return null;
			return first.host.element.getBoundingClientRect();
		},
		get openFor() {
			return chain[0]?.mention ?? null;
		},
		inCard: (event) => holding(event) !== undefined,
		command: (command) => does(command),
	};
	const does = obey(window, reader, cards, { ...ports.words, say: note.say });
	return cards;
}

/** In text from top to bottom: the side of the next line. */
function uprightAt({ startContainer }: StaticRange): 'left' | 'right' | null {
	const { parentElement } = startContainer;
	const mode = parentElement ? getComputedStyle(parentElement).writingMode : '';
	if (!/^(?:vertical|sideways)/.test(mode)) return null;
	return mode.endsWith('-lr') ? 'right' : 'left';
}

const codeOf = (error: unknown) => String((error as { code?: unknown }).code ?? 'failed');

const given = (answer: Answer): Given => ('failed' in answer ? { view: null, ...answer } : answer);

const claimsOf = (answer: Answer): string[] =>
	'failed' in answer ? [] : answer.view.events.flatMap(({ claimLines }) => claimLines.map(({ id }) => id));
