/** The index that marks pages, for counting names: loaded when a view counts them. */
export { type Lookup, openLookup } from '../../lib/corpus/index.ts';
