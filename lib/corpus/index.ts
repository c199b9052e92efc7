/** The corpus: the Dexie store, reading it, and the views made of it. */
export { articlePage } from './article-page.ts';
export { type Filters, type Lineup, lineup, seriesList } from './browse.ts';
export { cardView, packLine } from './card.ts';
export { comparison } from './compare-page.ts';
export { type ComparedText, comparisonView } from './comparison.ts';
export { type Corpus, openCorpus } from './corpus.ts';
export { type Correction, correctedLines, correctionsIn, correctionsOf } from './corrections.ts';
export { eventLine, eventView, type Here } from './coverage.ts';
export { NoIndex } from './directory.ts';
export { entityPage } from './entity-page.ts';
export { eventPage } from './event-page.ts';
export { rebuildIndexes } from './flip.ts';
export { namesInside } from './inside.ts';
export { type ClaimRecords, recordsOf } from './kept-records.ts';
export { articleRecords, eventLines, latestEvents, remembering, sourceLines } from './lines.ts';
export { type Looks, looksAt } from './looks.ts';
export { type Lookup, openLookup } from './lookup.ts';
export { otherSources } from './others.ts';
export { packStore } from './pack-store.ts';
export { quickHash } from './quick-hash.ts';
export { lacksRows, repairRows } from './repair.ts';
export { entityLine, indexLive, SearchDamaged, search, warmSearch } from './search/index.ts';
export { sentenceView } from './sentence.ts';
export { sourcePage } from './source-page.ts';

export { STORE, Store } from './store.ts';
export { timesView } from './times.ts';
