/** Weak spots of a sound pack: nothing is wrong, but an author should look. Touches nothing. */
import { foldKey } from '../text/index.ts';
import type { PackSource } from './source.ts';

export interface Warning {
	file: string;
	line: number;
	text: string;
}

/** English words that are names and common words alike; a strong alias of one of these needs a second look. */
const COMMON = new Set(
	'May June March August Will Mark Bill Grace Hope Faith Rose Angel Bush Rice Brown Green White Black Young King Page Park Day Turkey China Chad Jordan Georgia Nice Reading Bath Mobile Orange Telegram Signal Apple Amazon Meta'.split(
		' ',
	),
);

/** `others`: packs that a reader may have beside this one. */
export function warnings({ records, at }: PackSource, others: readonly PackSource[] = []): Warning[] {
	const found: Warning[] = [];
	const elsewhere = bearersIn(others);
	const used = new Set<string>();
	for (const { speaker, cues, values } of records.claims) {
		if (speaker) used.add(speaker);
		for (const cue of cues.flat()) if (typeof cue === 'string') used.add(cue);
		for (const value of Object.values(values)) if ('place' in value) used.add(value.place);
	}
	for (const { participants, where, what } of records.events) {
		for (const id of [...participants.map(({ entity }) => entity), ...where, ...what]) used.add(id);
	}
	for (const { entity } of records.sources) if (entity) used.add(entity);
	for (const { within } of records.entities) if (within) used.add(within);

	records.entities.forEach((entity, i) => {
		if (!used.has(entity.id))
			found.push({ ...at('entities', i), text: `${entity.id}: nobody reports on it` });
		entity.aliases.forEach(({ text, strength }, j) => {
			if (strength === 'strong' && COMMON.has(text)) {
				found.push({
					...at('entities', i, 'aliases', j),
					text: `${text}: a common word too; should it be weak?`,
				});
			}
			const other = elsewhere.get(foldKey(text));
			if (strength === 'strong' && other && other.id !== entity.id) {
				found.push({
					...at('entities', i, 'aliases', j),
					text: `${text}: pack ${other.pack} has it for ${other.id}`,
				});
			}
		});
	});
	records.terms.forEach((term, i) => {
		if (!used.has(term.id)) found.push({ ...at('terms', i), text: `${term.id}: no cue uses it` });
	});
	records.claims.forEach((claim, i) => {
		if (claim.cues.length < 2)
			found.push({ ...at('claims', i, 'cues'), text: `${claim.id}: one group of cues fires anywhere` });
		if (claim.not.length === 0) found.push({ ...at('claims', i), text: `${claim.id}: no counter-example` });
	});
	return found;
}

/** Who bears a strong name in other packs, by its folded form. */
function bearersIn(others: readonly PackSource[]): Map<string, { pack: string; id: string }> {
	const bearers = new Map<string, { pack: string; id: string }>();
	for (const { pack, records } of others) {
		for (const { id, aliases } of records.entities) {
			for (const { text, strength } of aliases) {
				if (strength === 'strong') bearers.set(foldKey(text), { pack: pack.slug, id });
			}
		}
	}
	return bearers;
}
