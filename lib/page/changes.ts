/**
 * What changed on the page since it was last read: mutations in it and in its open shadow trees, other addresses, and
 * the moment the reader looks at it again. Gathers only; the reading comes later.
 */
import type { Sections } from './sections.ts';

export interface Changes {
	/** Something changed that `settle` has not told. */
	readonly waiting: boolean;
	/** The open shadow trees that are followed. */
	readonly roots: ShadowRoot[];
	/** Follows what happens in a shadow tree as well. */
	follow(root: ShadowRoot): void;
	/** Tells the sections. */
	settle(): void;
}

/** Elements with these change whether their text counts. */
const ATTRIBUTES = ['hidden', 'contenteditable', 'role'];
/** When it is looked whether the page took our marks away or gave an element a shadow tree, ms after the start. */
const LOOKS = [1000, 3000, 8000, 20_000];
/**
 * A flood is more than so many changes at once, more often than this since the last reading. It is not followed: the
 * next reading reads all of the page.
 */
const MANY = 20;
const OFTEN = 5;

export interface ChangePorts {
	changed(): void;
	/** Another address without a new document. */
	moved(): void;
	/** A good moment to look at what nothing tells of. */
	look(): void;
}

export function watchChanges(
	window: Window & { navigation?: EventTarget },
	sections: () => Sections,
	ports: ChangePorts,
	signal: AbortSignal,
): Changes {
	const { document } = window;
	let touched = new Set<Node | null>();
	let floods = 0;
	let address = addressOf(document);

	const observer = new MutationObserver((records) => {
		for (const record of records) {
			const { target } = record;
			if (target === document.documentElement && isOurs(record)) continue;
			touched.add(target).add(record.previousSibling).add(record.nextSibling);
			for (const node of record.removedNodes) sections().forget(node);
		}
		if (records.length > MANY && ++floods > OFTEN) observer.disconnect();
		if (touched.size) ports.changed();
	});
	const what = { childList: true, characterData: true, subtree: true, attributeFilter: ATTRIBUTES };
	const observe = (root: Node) => observer.observe(root, what);
	observe(document);

	const arrive = () => {
		const now = addressOf(document);
		if (now === address) return;
		address = now;
		ports.moved();
	};
	const options = { signal, passive: true };
	window.navigation?.addEventListener('currententrychange', arrive, options);
	window.addEventListener('popstate', arrive, options);
	document.addEventListener(
		'visibilitychange',
		() => {
			if (document.visibilityState === 'visible') ports.look();
		},
		options,
	);
	// Behind the signal nobody reads: such a look changes nothing.
	for (const ms of LOOKS) setTimeout(ports.look, ms);
	signal.addEventListener('abort', () => observer.disconnect());

	let roots: ShadowRoot[] = [];
	return {
		get waiting() {
			return touched.size > 0;
		},
		get roots() {
			return roots;
		},
		follow(root) {
			observe(root);
			roots = [...roots.filter((one) => one.host.isConnected), root];
		},
		settle() {
			// Without the Navigation API a new address is noticed when the page changes after it.
			arrive();
			const nodes = touched;
			touched = new Set();
			for (const node of nodes) if (node) sections().touch(node);
			// Followed again before it is read, so that nothing is missed.
			if (floods > OFTEN) {
				for (const root of [document, ...roots]) observe(root);
				sections().renew();
			}
			floods = 0;
		},
	};
}

/** Nothing but our own hosts came or went. */
const isOurs = ({ addedNodes, removedNodes }: MutationRecord) =>
	[...addedNodes, ...removedNodes].every((node) => node.nodeName === 'SIDELIGHT-CARD');

/** Without the fragment: that only scrolls. */
const addressOf = (document: Document) => document.URL.split('#', 1)[0] as string;
