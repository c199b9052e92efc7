/**
 * What is wrong with a pack's source, said to its author: file, line, what, and what to do.
 * Touches nothing.
 */

export interface Problem {
	code: string;
	file: string;
	/** Counted from 1. */
	line: number;
	message: string;
	remedy: string;
}

/** Codes of the record schema (lib/packs/records.ts) and of the rules, each with its sentence and its remedy. */
const TEXTS: Record<string, [message: string, remedy: string]> = {
	'bad-yaml': ['this is not YAML: $', 'mend the line; a text with ": " or "#" in it needs quotes'],
	'unknown-section': [
		'"$" is not a part of a pack',
		'use pack, sources, articles, entities, terms, events or claims',
	],
	'not-a-list': ['"$" must be a list', 'write each record as "- { id: …, … }"'],
	'no-pack': ['no file says which pack this is', 'add a "pack:" with id, slug, title, license and langs'],
	'two-packs': ['a second "pack:"', 'keep one'],
	'unknown-key': ['"$" is not known here', 'check its spelling, or take it out'],
	missing: ['"$" is missing', 'add it'],
	'wrong-type': ['$', 'see the schema of the record'],
	empty: ['"$" is empty', 'write a text, or take the key out'],
	'too-short': [
		'"$" is too short: an alias or look-alike has at least two characters',
		'write the longer form',
	],
	'too-long': ['"$" is too long', 'shorten it'],
	'too-many': ['"$" has too many entries', 'an entity bears at most 64 aliases'],
	'bad-pinyin': ['"$" is no pinyin', 'write syllables without tones, with spaces between: pu jing'],
	'no-letters': ['"$" holds no letter or digit', 'write a name that a page can hold'],
	'bad-id': ['"$" is no id', 'use lower-case letters, digits and single hyphens'],
	'bad-pack-id': ['"$" is no pack id', 'use 32 hexadecimal digits, made once by a random source'],
	'bad-date': [
		'"$" is no date',
		'write 2023-09-13, or 2023-09-13T19:51+08:00 when the hour and zone are known',
	],
	'no-such-date': ['"$" is a date that does not exist', 'look it up again in the source'],
	'bad-url': ['"$" is no web address', 'write it whole, with https://'],
	'bad-country': ['"$" is no country code', 'use two capital letters of ISO 3166, such as MY'],
	'bad-lang': ['"$" is no language tag', 'use one such as ru or ko'],
	'bad-zone': ['"$" is no time zone', 'use an IANA name such as Asia/Pyongyang'],
	'no-such-zone': ['there is no time zone "$"', 'look it up among the IANA names, such as Asia/Pyongyang'],
	'zone-of-no-place': ['"$" on what is no place', 'give the zone to the place'],
	'bad-duration': ['"$" is no duration', 'use ISO 8601, such as P4Y5M'],
	'no-alias': ['an entity without an alias is never found', 'list its names as they stand in texts'],
	'no-cues': ['a claim without cues is never recognised', 'name the terms, entities or values it is made of'],
	'no-report': [
		'no article reports this claim',
		'name at least one article with its pointer, or take the claim out',
	],
	'same-id': ['"$" is used twice', 'give each record of a kind an id of its own'],
	'unknown-reference': ['"$" is not in this pack', 'add the record, or correct the id'],
	'same-strong-alias': ['"$" is a strong alias of two entities', 'make it weak on both, or take it from one'],
	'lookalike-is-alias': ['"$" is an alias and a look-alike', 'keep one of the two'],
	'no-speaker': ['an allegation or denial without its speaker', 'say whose word it is'],
	'answers-itself': ['"$" answers itself', 'name the other claim'],
	'no-wording': ['a report that words it otherwise or differs shows neither wording nor value', 'add one'],
	'long-selector': ['"$" is too long for a pointer', 'keep at most 20 Han characters or 12 words'],
	'loose-selector': [
		'"$" starts or ends inside a word',
		'move it to a word boundary; browsers find nothing else',
	],
	'unknown-value': ['"$" is no value of this claim', 'add it to values, or correct the name'],
	'counter-example-fires': ['the cues fire on this counter-example: $', 'make the cues narrower'],
	'ends-before-start': ['it ends before it starts', 'correct the dates'],
	circle: ['"$" is part of itself', 'correct partOf, within or speaksFor'],
	'no-files': ['no YAML file here', 'name the folder that holds the pack'],
};

export function problem(code: string, file: string, line: number, about = ''): Problem {
	const [message, remedy] = TEXTS[code] ?? [code, 'see the schema'];
	return { code, file, line, message: message.replace('$', about), remedy };
}

/** `file:line  message — remedy [code]`, first 50 and the count. */
export function print(problems: readonly Problem[], most = 50): string {
	const lines = problems
		.slice(0, most)
		.map((p) => `${p.file}:${p.line}  ${p.message} — ${p.remedy} [${p.code}]`);
	if (problems.length > most) lines.push(`… and ${problems.length - most} more`);
	lines.push(`${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}; nothing was written`);
	return lines.join('\n');
}
