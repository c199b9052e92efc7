/** Text: folding of scripts and cases, languages, dates. */
export { closes } from './closing.ts';
export { datesIn, daysBetween, type FoundDate, isoDay, lastDay } from './dates.ts';
export { daysOf, grain, type Span, spanOf, spansIn, timesIn } from './figures.ts';
export { fold, foldKey, foldKeyInto, foldTable, foldUnit, foldVersion, SEPARATOR, SKIP } from './fold.ts';
export { READERS, type Reader, say } from './language.ts';
export { LOWER, letterTable, UPPER, WORD } from './letters.ts';
export { numbersIn } from './numbers.ts';
export { type SaidTime, saidTimes } from './said-times.ts';
export { type Sentence, sentencesOf } from './sentences.ts';
export { knowsZone, momentIn } from './zones.ts';
