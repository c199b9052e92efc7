/** The corpus: the Dexie store, reading it, and the views made of it. */
export { cardView, packLine } from './card.ts';
export { type Corpus, openCorpus } from './corpus.ts';
export { eventLine, eventView, type Here } from './coverage.ts';
export { type Lookup, NoIndex, openLookup } from './lookup.ts';
export { packStore, rebuildIndexes } from './pack-store.ts';
export { entityLine, search } from './search.ts';
export { STORE, Store } from './store.ts';
