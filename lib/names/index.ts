/**
 * Names: the index over all names of the live packs, and which entity a name on a page means.
 * Pages themselves import page.ts, which has no index in it.
 */
export { Builder, build } from './build.ts';
export { IndexError, type IndexErrorCode } from './errors.ts';
export { everyTerm } from './every.ts';
export { type Explained, explain } from './explain.ts';
export { find } from './find.ts';
export { type Candidate, type Found, KIND, type Span, unpack, withStrangers } from './found.ts';
export { load, type NamesIndex } from './load.ts';
export { withLoose } from './loose.ts';
export { type Mention, type Unmeant, type Verdict, weigh } from './meaning.ts';
export type { Bearer, Name, Strength } from './name.ts';
export { type Breathe, breathing, inSlices, sorting } from './slices.ts';
export { strangersIn } from './strangers.ts';
