/** The part of names that runs in pages: candidates as they arrive, and what they mean. No index, no fold table. */
export { type Candidate, type Found, KIND, kindAmong, type Name, PLACE, type Span } from './found.ts';
export { judgeAll as judge, type Mention, type Seen } from './meaning.ts';
