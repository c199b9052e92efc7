/** The corpus: the Dexie store, reading it, and the views made of it. */
export { cardView, packLine } from './card.ts';
export { type ComparedText, comparisonView } from './comparison.ts';
export { type Corpus, openCorpus } from './corpus.ts';
export { type Correction, correctionsOf } from './corrections.ts';
export { eventLine, eventView, type Here } from './coverage.ts';
export { rebuildIndexes } from './flip.ts';
export { type Lookup, NoIndex, openLookup } from './lookup.ts';
export { otherSources } from './others.ts';
export { packStore } from './pack-store.ts';
export { repairRows } from './repair.ts';
export { entityLine, indexLive, SearchDamaged, search } from './search/index.ts';
export { STORE, Store } from './store.ts';
