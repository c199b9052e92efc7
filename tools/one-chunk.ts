/** What our pages share is one file: each one more costs the popup a way to the disk, and nearly all of it is wanted there. */
import type { Plugin } from 'vite';

export function oneChunk(): Plugin {
	return {
		name: 'one-chunk',
		apply: 'build',
		outputOptions: (options) =>
			// Scripts that stand alone have no chunks.
			options.format === 'iife' || options.codeSplitting === false
				? null
				: { ...options, codeSplitting: { groups: [{ name: 'shared', minShareCount: 2 }] } },
	};
}
