/**
 * Gives each text its forms for Taiwan and Hong Kong where the author gave none: characters by OpenCC's data, names
 * and vocabulary by the pack's own entities and glossary (普京 is 普丁 in Taipei and 普京 in Hong Kong).
 * Touches nothing.
 */
import { Converter } from 'opencc-js/cn2t';
import type { Pack, Texts } from '../packs/index.ts';
import type { Records } from './source.ts';

type Place = 'zh-Hant-TW' | 'zh-Hant-HK';
const PLACES: readonly Place[] = ['zh-Hant-TW', 'zh-Hant-HK'];
const CONVERT: Record<Place, (text: string) => string> = {
	'zh-Hant-TW': Converter({ from: 'cn', to: 'tw' }),
	'zh-Hant-HK': Converter({ from: 'cn', to: 'hk' }),
};

/** Every derived text, for a human eye. */
export interface Derived {
	where: string;
	lang: Place;
	from: string;
	text: string;
}

/** Fills the records in place and lists what was derived. */
export function derive(records: Records, glossary: Pack['glossary']): Derived[] {
	const derived: Derived[] = [];
	for (const place of PLACES) {
		const names = new Map(glossary.map((word) => [word['zh-Hans'], word[place]]));
		for (const { id, name } of records.entities) {
			fill(name, place, CONVERT[place], `entity ${id}`, derived);
			names.set(name['zh-Hans'], name[place] ?? name['zh-Hant'] ?? name['zh-Hans']);
		}
		const convert = convertAround(names, CONVERT[place]);
		for (const [where, texts] of textsOf(records)) fill(texts, place, convert, where, derived);
		for (const { id, forms } of records.terms) {
			for (const form of forms['zh-Hans']) {
				const text = CONVERT[place](form);
				if (forms['zh-Hant'].includes(text)) continue;
				forms['zh-Hant'].push(text);
				if (text !== form) derived.push({ where: `term ${id}`, lang: place, from: form, text });
			}
		}
	}
	return derived;
}

function fill(
	texts: Texts,
	place: Place,
	convert: (text: string) => string,
	where: string,
	derived: Derived[],
) {
	if (texts[place] !== undefined || texts['zh-Hant'] !== undefined) return;
	const text = convert(texts['zh-Hans']);
	texts[place] = text;
	derived.push({ where, lang: place, from: texts['zh-Hans'], text });
}

/** Converts what stands between the pack's names, and puts the names' own forms in; the longest name first. */
function convertAround(names: ReadonlyMap<string, string>, convert: (text: string) => string) {
	const longest = [...names.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
	const pattern = longest.map((name) => name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|');
	if (pattern === '') return convert;
	return (text: string) =>
		text
			.split(new RegExp(`(${pattern})`))
			.map((part) => names.get(part) ?? convert(part))
			.join('');
}

function* textsOf(records: Records): Generator<[where: string, texts: Texts]> {
	for (const { id, name, owner } of records.sources) {
		yield [`source ${id}`, name];
		if (owner) yield [`source ${id}: owner`, owner];
	}
	for (const { id, note } of records.articles) if (note) yield [`article ${id}: note`, note];
	for (const { id, description, roles } of records.entities) {
		yield [`entity ${id}: description`, description];
		for (const { title } of roles) yield [`entity ${id}: role`, title];
	}
	for (const { id, name, summary, participants } of records.events) {
		yield [`event ${id}`, name];
		if (summary) yield [`event ${id}: summary`, summary];
		for (const { role } of participants) if (role) yield [`event ${id}: role`, role];
	}
	for (const { id, text, scope, reports } of records.claims) {
		yield [`claim ${id}`, text];
		if (scope) yield [`claim ${id}: scope`, scope];
		for (const { article, wording } of reports) if (wording) yield [`claim ${id}: ${article}`, wording];
	}
}
