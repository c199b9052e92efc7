/** Which event a text is about, which claims its sentences state, and how these stand to what others report. */
export { bare as bareAddress } from './article.ts';
export { type Comparable, compare, type ReadPage } from './compare.ts';
export type { Compared, Comparison, Spot, State } from './compared.ts';
export { type Firing, fire, firings } from './cues.ts';
export { type EventFacts, type Known, know } from './known.ts';
export { type Model, type Recognised, recognise, statedDay, type Text } from './recognise.ts';
export { countUnlike, secondMarks } from './second.ts';
export { cuedSentences, type Place, type PlacedSentence, type ReadBlock } from './sentences.ts';
