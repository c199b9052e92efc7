/** Which event a text is about, and which claims its sentences state. */
export { compare, type EventFacts, type ReadPage, secondMarks } from './compare.ts';
export type { Compared, Comparison, Spot, State } from './compared.ts';
export { type CuedSentence, type Firing, fire, firings } from './cues.ts';
export { type Model, type Recognised, recognise, type Text } from './recognise.ts';
export { cuedSentences, type Place, type PlacedSentence, type ReadBlock } from './sentences.ts';
