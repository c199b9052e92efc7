/** The concepts that a text's words stand for: each word, and every longer form that holds it. */
import { expect, test } from 'vitest';
import { build, everyTerm, load } from '../../../lib/names/index.ts';

const FORMS = [
	'军事',
	'合作',
	'军事合作',
	'arm',
	'arms',
	'talks',
	'formal talks',
	'held formal talks',
	'talk',
];

async function found(text: string): Promise<string[]> {
	const index = load(
		await build(FORMS.map((form, entity) => ({ text: form, entity, strength: 'term' as const }))),
	);
	return everyTerm(index, text).map(({ start, end, term }) => {
		expect(text.slice(start, end)).toBe(FORMS[term]);
		return FORMS[term] as string;
	});
}

test('a Chinese form is found with those it is made of', async () => {
	expect((await found('两国军事合作。')).sort()).toEqual(['军事', '军事合作', '合作'].sort());
});

test('an English form is found with those whose words it holds, however deep', async () => {
	expect((await found('They held formal talks.')).sort()).toEqual(
		['formal talks', 'held formal talks', 'talks'].sort(),
	);
});

test('half an English word is no form: arms are no arm', async () => {
	expect(await found('Buying arms again.')).toEqual(['arms']);
});
