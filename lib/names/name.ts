/** What goes into the index and comes out of it. Touches nothing. */

/**
 * From the most certain to the least, as a packed bearer numbers them.
 * strong: only this entity bears the name. weak: it needs evidence on the page. term: a concept's form, never marked.
 * lookalike: a longer or other name that must not be taken for this entity's (白俄罗斯 for 俄罗斯).
 */
export const STRENGTHS = ['strong', 'weak', 'term', 'lookalike'] as const;
export type Strength = (typeof STRENGTHS)[number];

/** One way to write one entity (or term). Capitals count, see case-rule.ts. */
export interface Name {
	/** At most 256 UTF-16 units. */
	text: string;
	/** Ordinal of the entity, below 2^24. */
	entity: number;
	strength: Strength;
	/** Of a pack that is never marked on pages. */
	discreet?: boolean;
	/** A person's: such names have other words around them than places' (see context.ts). */
	person?: boolean;
}

/** An entity that bears a found name. */
export interface Bearer {
	entity: number;
	strength: Strength;
	discreet: boolean;
	person: boolean;
}

/** In a packed bearer: no further bearer follows. */
const LAST = 0x80000000;
const DISCREET = 1 << 26;
const PERSON = 1 << 27;
export const MAX_ENTITIES = 1 << 24;

/** 32 bits: entity in the low 24, strength in two, discreet and person in one each; bit 31 is for `markLast`. */
export function packBearer(name: Name): number {
	const flags =
		(STRENGTHS.indexOf(name.strength) << 24) | (name.discreet ? DISCREET : 0) | (name.person ? PERSON : 0);
	return (name.entity | flags) >>> 0;
}

export function unpackBearer(packed: number): Bearer {
	return {
		entity: entityOf(packed),
		strength: STRENGTHS[(packed >>> 24) & 3] ?? 'lookalike',
		discreet: (packed & DISCREET) !== 0,
		person: (packed & PERSON) !== 0,
	};
}

export const entityOf = (packed: number) => packed & (MAX_ENTITIES - 1);
export const withEntity = (packed: number, entity: number) => ((packed & ~(MAX_ENTITIES - 1)) | entity) >>> 0;
export const markLast = (packed: number) => (packed | LAST) >>> 0;
export const isLast = (packed: number) => packed >>> 31 === 1;
