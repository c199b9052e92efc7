/**
 * Names: the index over all names of the live packs, and which entity a name on a page means.
 * Pages themselves import page.ts, which has no index in it.
 */
export { build } from './build.ts';
export { IndexError, type IndexErrorCode } from './errors.ts';
export { type Doubt, type Local, namesIn } from './context.ts';
export { type Candidate, type Found, KIND, type Kind, PERSON, type Span, unpack, withStrangers } from './found.ts';
export { load, type NamesIndex } from './load.ts';
export { judge, type Mention, resolve, type Unmeant, type Verdict } from './meaning.ts';
export type { Bearer, Name, Strength } from './name.ts';
