/** The part of names that runs in pages: candidates as they arrive, and what they mean. No index, no fold table. */
export { type Candidate, type Found, type Span, unpack } from './found.ts';
export { type Mention, resolve, type Unmeant } from './meaning.ts';
