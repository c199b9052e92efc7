/** Our pack and CLDR's territories and cities as one list of names, in memory only. */
import { readFileSync } from 'node:fs';
import type { Name } from '../../../lib/names/index.ts';
import { foldKey } from '../../../lib/text/index.ts';

/** Rows with three-digit codes are continents and the world. */
const REGION = /^\d{3}\b/;
/** US-alt-short is another name of US. */
const VARIANT = /-alt-\w+$/;

/**
 * A row whose English or Chinese name an entity bears already is that entity: Russia is in both, Singapore is a city and
 * a state. Two packs that name one thing are not what is measured here.
 */
export function withPlaces(own: readonly Name[], directory: string): Name[] {
	const names = [...own];
	const bearers = new Map<string, number>();
	for (const { text, entity, strength } of own) {
		if (strength === 'strong') bearers.set(foldKey(text), entity);
	}
	const codes = new Map<string, number>();
	let next = 1 + own.reduce((most, { entity }) => Math.max(most, entity), 0);
	for (const row of [...rows(`${directory}/territories.tsv`), ...rows(`${directory}/cities.tsv`)]) {
		const [code = '', ...forms] = row;
		if (REGION.test(code)) continue;
		const texts = [...new Set(forms.filter((text) => text.trim().length > 1))];
		const known = texts.map((text) => bearers.get(foldKey(text))).find((entity) => entity !== undefined);
		const entity = known ?? codes.get(code.replace(VARIANT, '')) ?? next++;
		codes.set(code, entity);
		for (const text of texts) {
			if (!bearers.has(foldKey(text))) bearers.set(foldKey(text), entity);
			names.push({ text, entity, strength: 'strong' });
		}
	}
	return names;
}

const rows = (path: string): string[][] =>
	readFileSync(path, 'utf8')
		.trim()
		.split('\n')
		.slice(1)
		.map((line) => line.split('\t'));
