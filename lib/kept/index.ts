/** The reader's own pack: pages kept by hand, as bibliographic records with the claims recognised there. Never their text. */
export {
	type Area,
	clearKept,
	dropKept,
	editKept,
	type Kept,
	type KeptClaim,
	keep,
	ofEvent,
	readKept,
} from './kept.ts';
export { keptOf } from './made.ts';
export { type May, mayKeep } from './may.ts';
export { keptYaml, type PackRecords } from './yaml.ts';
