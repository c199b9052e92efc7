/** An event as files that others read: notes, tables, data, citations. Pure functions over the event's page. */
export { bibtex, cslJson } from './citations.ts';
export { claimReview } from './claim-review.ts';
export { matrixCsv } from './csv.ts';
export { eventJson } from './json.ts';
export type { Labels } from './labels.ts';
export { markdown } from './markdown.ts';
export { type MatrixRow, type MatrixView, matrixOf } from './matrix.ts';
