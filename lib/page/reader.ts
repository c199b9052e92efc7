/**
 * Reads the page, asks for its names, and keeps the marks true to the page as it changes.
 * Reads the DOM in short slices; changes nothing but the highlight registry.
 */

import type { Recognised } from '../events/index.ts';
import { CHUNK, type PageReport, type PageText, type Role } from '../messages/page.ts';
import { type Candidate, type Found, type Mention, resolve, unpack } from '../names/page.ts';
import { rangeOf, readBlocks, type TextBlock } from './blocks.ts';
import { pageFacts } from './facts.ts';
import { createHits, type Hits } from './hits.ts';
import type { Marks } from './marks.ts';
import { rolesOf } from './roles.ts';

export interface Ports {
	scan(texts: string[]): Promise<Found>;
	events(page: PageText): Promise<Recognised[]>;
}

export interface PageReader {
	readonly mentions: readonly Placed[];
	readonly events: readonly Recognised[];
	readonly hits: Hits;
	/** Marks a name of this page no more, or again. */
	hide(entity: string, hide: boolean): void;
	report(): PageReport;
}

/** A mention with its place on the page. */
export interface Placed extends Mention {
	text: string;
	role: Role;
	marked: boolean;
	range: StaticRange;
}

/** Reading goes on for so long at a time, ms. */
const SLICE = 8;
/** The page is read again so long after it changed, and no more often than this share of time allows. */
const SETTLE = 250;
const SHARE = 0.05;
/** Blocks that tell what a page is about; enough for any article, and bounded on any page. */
const EVENT_BLOCKS = 400;

export function createReader(
	document: Document,
	marks: Marks,
	ports: Ports,
	signal: AbortSignal,
): PageReader {
	/** Candidates by text: what did not change is not asked for again. */
	let known = new Map<string, readonly Candidate[]>();
	let discreet = new Set<string>();
	let blocks: TextBlock[] = [];
	let roles: Role[] = [];
	let mentions: Placed[] = [];
	let events: Recognised[] = [];
	let evidence = '';
	let firstMarks: number | null = null;
	let hits: Hits = createHits([]);

	async function read(): Promise<void> {
		const started = performance.now();
		blocks = await collect(document, signal);
		roles = rolesOf(blocks, document.title);
		let spent = performance.now() - started;
		const before = known;
		known = new Map(blocks.flatMap(({ text }) => (before.has(text) ? [[text, before.get(text) ?? []]] : [])));
		await askFor([...new Set(blocks.map((block) => block.text))].filter((text) => !known.has(text)));
		const drawn = performance.now();
		draw();
		spent += performance.now() - drawn;
		await recogniseEvents();
		pause = Math.max(SETTLE, spent / SHARE);
	}

	async function askFor(texts: string[]): Promise<void> {
		for (const part of chunks(texts)) {
			const found = await ports.scan(part);
			signal.throwIfAborted();
			unpack(found, part.length).forEach((list, i) => {
				known.set(part[i] as string, list);
			});
			discreet = new Set([...discreet, ...found.discreet.map((at) => found.ids[at] as string)]);
		}
	}

	function draw() {
		const resolved = resolve(blocks.map(({ text }) => ({ text, candidates: known.get(text) ?? [] })));
		mentions = resolved.flatMap((mention) => {
			const block = blocks[mention.block] as TextBlock;
			const range = rangeOf(block, mention.start, mention.end);
			const text = block.text.slice(mention.start, mention.end);
			return range ? [{ ...mention, text, role: roles[mention.block] as Role, marked: false, range }] : [];
		});
		markOnce(mentions, discreet);
		const marked = mentions.filter((mention) => mention.marked);
		if (marked.length > 0 || firstMarks !== null) marks.draw(marked.map((mention) => mention.range));
		hits = createHits(mentions);
		if (marked.length > 0 && firstMarks === null)
			requestAnimationFrame(() => (firstMarks ??= performance.now()));
	}

	async function recogniseEvents(): Promise<void> {
		const page = pageText();
		const now = JSON.stringify(page.blocks);
		if (now === evidence || page.blocks.every((block) => block.entities.length === 0)) return;
		evidence = now;
		events = await ports.events(page);
	}

	function pageText(): PageText {
		const facts = pageFacts(document);
		const entities = blocks.map((): string[] => []);
		for (const mention of mentions) entities[mention.block]?.push(mention.entity);
		return {
			...facts,
			url: document.URL.slice(0, 4096),
			blocks: blocks
				.map(({ text }, i) => ({
					role: roles[i] as Role,
					text: text.slice(0, CHUNK),
					entities: entities[i] ?? [],
				}))
				.filter(({ role }) => role !== 'chrome' && role !== 'comment' && role !== 'teaser')
				.slice(0, EVENT_BLOCKS),
		};
	}

	let pause = SETTLE;
	let running: Promise<void> | null = null;
	let timer = 0;
	const again = () => {
		if (timer || signal.aborted) return;
		timer = setTimeout(() => {
			timer = 0;
			if (running) return again();
			start();
		}, pause) as unknown as number;
	};
	const start = () => {
		running = read()
			.catch(() => marks.keep())
			.finally(() => {
				running = null;
			});
	};
	const observer = new MutationObserver(again);
	observer.observe(document, { childList: true, characterData: true, subtree: true });
	const guard = setInterval(() => marks.keep(), 2000);
	signal.addEventListener('abort', () => {
		observer.disconnect();
		clearInterval(guard);
		clearTimeout(timer);
		marks.clear();
	});
	start();

	return {
		get mentions() {
			return mentions;
		},
		get events() {
			return events;
		},
		get hits() {
			return hits;
		},
		hide(entity, hide) {
			if (hide) discreet.add(entity);
			else discreet.delete(entity);
			draw();
		},
		report: () => ({
			url: document.URL,
			lang: document.documentElement.lang,
			firstMarks,
			blocks: blocks.map(({ text }, i) => ({ role: roles[i] as Role, text })),
			mentions: mentions.map(({ block, start, end, entity, marked }) => ({
				block,
				start,
				end,
				entity,
				marked,
			})),
			events,
		}),
	};
}

async function collect(document: Document, signal: AbortSignal): Promise<TextBlock[]> {
	const blocks: TextBlock[] = [];
	let until = performance.now() + SLICE;
	for (const block of document.body ? readBlocks(document.body) : []) {
		blocks.push(block);
		if (performance.now() < until) continue;
		await new Promise((resume) => setTimeout(resume, 0));
		signal.throwIfAborted();
		until = performance.now() + SLICE;
	}
	return blocks;
}

/** Texts in requests of bounded size; the first is small, so that the first marks come soon. */
function* chunks(texts: string[]): Generator<string[]> {
	let part: string[] = [];
	let size = 0;
	let most = CHUNK / 4;
	for (const text of texts) {
		if (size + text.length > most && part.length > 0) {
			yield part;
			part = [];
			size = 0;
			most = CHUNK;
		}
		part.push(text.slice(0, CHUNK));
		size += text.length;
	}
	if (part.length > 0) yield part;
}

/** A name is marked once a page, where the article first has it; names only around the article come after. */
function markOnce(mentions: Placed[], discreet: ReadonlySet<string>) {
	const done = new Set(discreet);
	const around = (role: Role) => role === 'chrome' || role === 'teaser' || role === 'comment';
	for (const outside of [false, true]) {
		for (const mention of mentions) {
			if (around(mention.role) !== outside || done.has(mention.entity)) continue;
			done.add(mention.entity);
			mention.marked = true;
		}
	}
}
