/**
 * Names: the index over all names of the live packs, and which entity a name on a page means.
 * Pages themselves import page.ts, which has no index in it.
 */
export { build } from './build.ts';
export { type Doubt, type Local, namesIn } from './context.ts';
export { IndexError, type IndexErrorCode } from './errors.ts';
export { type Candidate, type Found, type Kind, PERSON, type Span } from './found.ts';
export { load, type NamesIndex } from './load.ts';
export type { Mention, Unmeant, Verdict } from './meaning.ts';
export type { Bearer, Name, Strength } from './name.ts';
