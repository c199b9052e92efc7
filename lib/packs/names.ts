/** What of a pack's records goes into the names index. Touches nothing. */
import type { Name } from '../names/index.ts';
import type { Entity, Term } from './records.ts';

/** Aliases and look-alikes of an entity; native names are shown, never matched. */
export function namesOf({ kind, aliases, lookalikes, discreet }: Entity, entity: number): Name[] {
	const person = kind === 'person';
	return [
		...aliases.map(({ text, strength }) => ({ text, entity, strength, discreet, person })),
		...lookalikes.map((text) => ({ text, entity, strength: 'lookalike' as const, person })),
	];
}

/** Every form of a term, in every language. */
export function formsOf({ forms }: Term, entity: number): Name[] {
	return Object.values(forms)
		.flat()
		.map((text) => ({ text, entity, strength: 'term' as const }));
}
