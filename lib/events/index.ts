/** Which event a text is about, and which claims its sentences state. */
export { type CuedSentence, type Firing, fire, firings } from './cues.ts';
export { type Model, type Recognised, recognise, type Text } from './recognise.ts';
export { cuedSentences, type PlacedSentence, type ReadBlock } from './sentences.ts';
