/**
 * What our pages share is few files, since each one more costs a way to the disk: what the popup draws with, what reads
 * the store, which it loads beside that, and what the corpus page is made of. A popup that waits for the store is no build.
 */
import type { Plugin } from 'vite';

/** What reads or writes the store, without the popup's own short way to its first list. */
const STORE =
	/node_modules\/dexie|\/lib\/(?:names|packs|events|kept)\/|\/lib\/corpus\/(?!(?:first|apart|ids|revision|quick-hash)\.ts)|\/popup\/(?:find|store-state)\.ts/;
const BROWSE = /\/components\/corpus\//;
/** With the texts of all that can go wrong: the packs page's, and any other's when something does. */
const FAULT = /\/components\/packs\/(?:Fault|fault|texts)/;

export function oneChunk(): Plugin {
	return {
		name: 'one-chunk',
		apply: 'build',
		outputOptions: (options) =>
			// Scripts that stand alone have no chunks.
			options.format === 'iife' || options.codeSplitting === false
				? null
				: { ...options, codeSplitting: { includeDependenciesRecursively: false, groups: GROUPS } },
		generateBundle(_, bundle) {
			const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
			const popup = chunks.find(({ name, isEntry }) => name === 'popup' && isEntry);
			const waits = popup?.imports.flatMap((name) => [
				name,
				...(chunks.find(({ fileName }) => fileName === name)?.imports ?? []),
			]);
			if (waits?.some((name) => /\bstore-/.test(name))) this.error(`the popup waits for the store: ${waits}`);
		},
	};
}

const GROUPS = [
	{ name: 'store', test: STORE, minShareCount: 2 },
	{ name: 'browse', test: BROWSE, minShareCount: 2 },
	{ name: 'fault', test: FAULT, minShareCount: 2 },
	{ name: 'shared', minShareCount: 2 },
];
