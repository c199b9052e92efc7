/** Search: an index of each pack in the store, and what it finds. */

export { cleanSearch, indexLive, indexPack } from './build.ts';
export { SearchDamaged } from './bytes.ts';
export { type Part, partOf } from './part.ts';
export { entityLine, search, warmSearch } from './search.ts';
