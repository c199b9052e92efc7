import { expect, test } from 'vitest';
import { threads } from '../../../components/event/threads.ts';
import type { ClaimLine } from '../../../lib/corpus/views.ts';

const line = (id: string, rest: Partial<ClaimLine> = {}): ClaimLine => ({
	id,
	text: { text: id, lang: 'en' },
	kind: 'statement',
	modality: 'done',
	speaker: null,
	party: null,
	unlike: null,
	reports: [],
	answers: null,
	...rest,
});
const ids = (list: { claim: ClaimLine; answers: ClaimLine[] }[]) =>
	list.map(({ claim, answers }) => [claim.id, ...answers.map(({ id }) => id)].join(' < '));

test('a denial is shown under the accusation, wherever it stood', () => {
	const { alike } = threads([line('denied', { answers: 'accused' }), line('tour'), line('accused')]);
	expect(ids(alike)).toEqual(['tour', 'accused < denied']);
});

test('an accusation moves up with a denial that is worded differently', () => {
	const { unlike, alike } = threads([
		line('tour'),
		line('accused'),
		line('denied', { answers: 'accused', unlike: 'words-otherwise' }),
	]);
	expect(ids(unlike)).toEqual(['accused < denied']);
	expect(ids(alike)).toEqual(['tour']);
});

test('what differs stands before what is only worded otherwise', () => {
	const { unlike } = threads([
		line('wording', { unlike: 'words-otherwise' }),
		line('date', { unlike: 'differs' }),
	]);
	expect(ids(unlike)).toEqual(['date', 'wording']);
});

test('an answer to an answer stays in the thread; one to a statement not shown stands alone', () => {
	const { alike } = threads([
		line('first'),
		line('second', { answers: 'first' }),
		line('third', { answers: 'second' }),
		line('stray', { answers: 'elsewhere' }),
	]);
	expect(ids(alike)).toEqual(['first < second < third', 'stray']);
});

test('statements that answer each other in a ring are all still shown', () => {
	const { alike, unlike } = threads([line('a', { answers: 'b' }), line('b', { answers: 'a' })]);
	expect([...ids(alike), ...ids(unlike)].join(' < ').split(' < ').sort()).toEqual(['a', 'b']);
});
