import { describe, expect, it } from 'vitest';
import { check, print, warnings } from '../../../lib/author/index.ts';
import { broken, HARBOUR } from '../support/harbour.ts';

const problems = async (text: string) => (await check([{ path: 'pack.yaml', text }])).problems;

/** Each rule: what is broken, the code, and a part of the line it must be found at. */
const RULES: [what: string, from: string, to: string, code: string, line: string][] = [
	['text that is no YAML', 'sources:', 'sources: [', 'bad-yaml', ''],
	['an unknown section', 'terms:', 'concepts:', 'unknown-section', 'concepts:'],
	['a section that is no list', 'terms:\n  - {', 'terms:\n  {', 'not-a-list', 'terms:'],
	['an unknown key', 'country: SG', 'country: SG, colour: red', 'unknown-key', 'coast-daily'],
	['a missing key', ', license: CC0-1.0', '', 'missing', 'pack:'],
	['a missing language', 'name: { en: Port Vale, ', 'name: { ', 'missing', 'name:'],
	[
		'a value of the wrong kind',
		'aliases: [{ text: Port Vale }, { text: 维尔港 }]',
		'aliases: Port Vale',
		'wrong-type',
		'aliases:',
	],
	['an id with capitals', 'id: port-vale\n', 'id: Port Vale\n', 'bad-id', 'id: Port Vale'],
	['a pack id that is none', '5d0c7a91e3f24b68a1970c4be82f63d5', 'abc', 'bad-pack-id', 'pack:'],
	['a date that is none', 'published: 2021-09-13', 'published: last Monday', 'bad-date', 'blue-0913'],
	['a day that no month has', 'published: 2021-09-13', 'published: 2021-09-31', 'no-such-date', 'blue-0913'],
	['an address that is none', 'https://coast.example/0912', 'coast.example', 'bad-url', 'cd-0912'],
	['a script as an address', 'https://coast.example/0912', 'javascript:alert(1)', 'bad-url', 'cd-0912'],
	['a country code that is none', 'country: SG', 'country: Singapore', 'bad-country', 'coast-daily'],
	[
		'a time zone that is none',
		'kind: place',
		'kind: place\n    zone: Vale/Port',
		'no-such-zone',
		'zone: Vale',
	],
	[
		'the time zone of a body',
		'kind: organisation',
		'kind: organisation\n    zone: Asia/Tokyo',
		'zone-of-no-place',
		'zone: Asia',
	],
	[
		'who speaks for nobody of the pack',
		'kind: organisation',
		'kind: organisation\n    speaksFor: vale',
		'unknown-reference',
		'speaksFor',
	],
	['an alias of one character', '{ text: 维尔港 }', '{ text: 维 }', 'too-short', 'aliases:'],
	['an alias without a letter', '{ text: 维尔港 }', '{ text: "……" }', 'no-letters', 'aliases:'],
	[
		'an entity without an alias',
		'aliases: [{ text: Port Vale }, { text: 维尔港 }]',
		'aliases: []',
		'no-alias',
		'aliases:',
	],
	[
		'a claim without a source',
		/reports:[\s\S]*/.exec(HARBOUR)?.[0] ?? '',
		'reports: []\n',
		'no-report',
		'reports:',
	],
	['a claim without cues', 'cues: [[ferry], [{ value: times }]]', 'cues: []', 'no-cues', 'cues:'],
	['an id used twice', 'id: blue-0913', 'id: cd-0912', 'same-id', 'id: cd-0912, source: blue-agency'],
	[
		'a reference to nothing',
		'event: harbour-2021',
		'event: harbour-2022',
		'unknown-reference',
		'event: harbour-2022',
	],
	['a cue of nothing', '[[ferry]', '[[boat]', 'unknown-reference', 'cues:'],
	['a cue on a value that is not there', '{ value: times }', '{ value: days }', 'unknown-value', 'cues:'],
	[
		'two entities with one strong alias',
		'{ text: 维尔港务局 }',
		'{ text: 維爾港 }',
		'same-strong-alias',
		'the Authority',
	],
	['an alias that is a look-alike too', '维尔港务局医院', '维尔港务局', 'lookalike-is-alias', 'lookalikes:'],
	['a statement without its speaker', '    speaker: vale-authority\n', '', 'no-speaker', 'id: ferry-daily'],
	[
		'a pointer that copies',
		'exact: 每天',
		'exact: 每天每天每天每天每天每天每天每天每天每天每天',
		'long-selector',
		'cd-0912, stance',
	],
	[
		'a pointer that starts inside a word',
		'exact: five times a week',
		'exact: ive times a week, prefix: f',
		'loose-selector',
		'blue-0913, stance',
	],
	[
		'a difference without its value',
		'values: { times: { number: 5, unit: /week } }, ',
		'',
		'no-wording',
		'blue-0913, stance',
	],
	[
		'an event that ends before it starts',
		'start: 2021-09-12 }',
		'start: 2021-09-12, end: 2021-09-10 }',
		'ends-before-start',
		'harbour-2021',
	],
	[
		'an event that is part of itself',
		'where: [port-vale]',
		'where: [port-vale], partOf: harbour-2021',
		'circle',
		'harbour-2021',
	],
	[
		'a counter-example that fires',
		'    values: { times: { number: 7, unit: /week } }\n    reports',
		'    not: [A ferry ran seven times.]\n    values: { times: { number: 7, unit: /week } }\n    reports',
		'counter-example-fires',
		'not:',
	],
	['an empty text', 'en: Coast Daily', 'en: ""', 'empty', 'coast-daily'],
	['a text without end', 'en: Coast Daily', `en: ${'x'.repeat(300)}`, 'too-long', 'coast-daily'],
	[
		'sixty-five aliases',
		'aliases: [{ text: Port Vale }, { text: 维尔港 }]',
		`aliases: [${Array.from({ length: 65 }, (_, i) => `{ text: Vale ${i} }`).join(', ')}]`,
		'too-many',
		'aliases:',
	],
	[
		'a language that is none',
		'kind: place',
		'kind: place\n    native: { lang: Valish, text: Vel }',
		'bad-lang',
		'native:',
	],
	[
		'a time zone that is none',
		'start: 2021-09-12 }',
		'start: 2021-09-12, zone: Vale }',
		'bad-zone',
		'harbour-2021',
	],
	[
		'a duration that is none',
		'{ number: 7, unit: /week }',
		'{ duration: seven days }',
		'bad-duration',
		'values:',
	],
	[
		'a claim that answers itself',
		'event: harbour-2021\n',
		'event: harbour-2021\n    answers: ferry-daily\n',
		'answers-itself',
		'answers:',
	],
];

describe('pack check', () => {
	it('finds nothing wrong with a sound pack', async () => {
		expect(await problems(HARBOUR)).toEqual([]);
	});

	it.each(RULES)('says where and what for %s', async (_what, from, to, code, at) => {
		const text = broken(from, to);
		const found = await problems(text);
		const first = found.find((problem) => problem.code === code);
		expect(found.map((problem) => problem.code)).toContain(code);
		expect(first?.file).toBe('pack.yaml');
		expect(text.split('\n')[(first?.line ?? 0) - 1]).toContain(at);
		expect(first?.message).not.toBe('');
		expect(first?.remedy).not.toBe('');
	});

	it('says which file lacks the pack, and that a folder holds no file', async () => {
		expect((await problems(HARBOUR.split('\n').slice(1).join('\n'))).map(({ code }) => code)).toEqual([
			'no-pack',
		]);
		expect((await check([])).problems.map(({ code }) => code)).toEqual(['no-files']);
	});

	it('says which file holds a second pack', async () => {
		const [first = ''] = HARBOUR.split('\n');
		const { problems: found } = await check([
			{ path: 'pack.yaml', text: HARBOUR },
			{ path: 'other.yaml', text: first },
		]);
		expect(found.map(({ code, file, line }) => [code, file, line])).toEqual([['two-packs', 'other.yaml', 1]]);
	});

	it('points at names that another pack bears too', async () => {
		const { source } = await check([{ path: 'pack.yaml', text: HARBOUR }]);
		const other = (
			await check([
				{
					path: 'pack.yaml',
					text: broken('id: vale-authority\n', 'id: other-authority\n').replaceAll(
						'vale-authority',
						'other-authority',
					),
				},
			])
		).source;
		if (!source || !other) throw new Error('not sound');
		expect(warnings(source, [other]).map(({ text }) => text)).toContain(
			'维尔港务局: pack harbour-talks has it for other-authority',
		);
	});

	it('takes the forms of a term in a list, or in one text with commas between', async () => {
		const forms = async (en: string, zh: string) => {
			const text = broken(
				'- { id: ferry, forms: { en: [ferry, ferries], zh-Hans: [渡轮] } }',
				`- id: ferry\n    forms:\n      en: ${en}\n      zh-Hans: ${zh}`,
			);
			const { source } = await check([{ path: 'pack.yaml', text }]);
			return source?.records.terms.find(({ id }) => id === 'ferry')?.forms;
		};
		const listed = await forms('[ferry, ferries, car ferry]', '[渡轮, 轮渡]');
		expect(listed).toMatchObject({ en: ['ferry', 'ferries', 'car ferry'], 'zh-Hans': ['渡轮', '轮渡'] });
		expect(await forms('ferry, ferries,\n        car ferry', '渡轮，轮渡')).toEqual(listed);
		const gap = broken('{ en: [ferry, ferries]', '{ en: "ferry,, ferries"');
		expect((await problems(gap)).map(({ code }) => code)).not.toEqual([]);
	});

	it('prints the first fifty of ten thousand and the count', async () => {
		const many = `terms:\n${'  - { id: A B, forms: { en: [ok], zh-Hans: [好] } }\n'.repeat(10_000)}`;
		const lines = print(await problems(many)).split('\n');
		expect(lines).toHaveLength(52);
		expect(lines.at(-1)).toContain('10000 problems');
	});
});

describe('derived forms', () => {
	it('puts the pack’s own regional names into converted text', async () => {
		const text = broken(
			'name: { en: Port Vale, zh-Hans: 维尔港 }',
			'name: { en: Port Vale, zh-Hans: 维尔港, zh-Hant-TW: 韋爾港 }',
		);
		const { source, derived } = await check([{ path: 'pack.yaml', text }]);
		const authority = source?.records.entities.find(({ id }) => id === 'vale-authority');
		expect(authority?.description['zh-Hant-TW']).toBe('管理韋爾港的機構');
		expect(authority?.description['zh-Hant-HK']).toBe('管理維爾港的機構');
		const both = (
			await check([{ path: 'pack.yaml', text: text.replace('zh-Hant-TW: 韋爾港', 'zh-Hant: 韋爾埠') }])
		).source;
		expect(both?.records.entities[1]?.description['zh-Hant-TW']).toBe('管理韋爾埠的機構');
		expect(derived.some(({ lang, text: form }) => lang === 'zh-Hant-TW' && form === '管理韋爾港的機構')).toBe(
			true,
		);
	});
});
