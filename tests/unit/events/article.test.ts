/** Which of a pack's articles a page is, there or copied elsewhere. */
import { describe, expect, it } from 'vitest';
import { articleOf } from '../../../lib/events/article.ts';
import type { EventFacts } from '../../../lib/events/known.ts';

const QUOTES = Array.from({ length: 12 }, (_, n) => `the ${'abcdefghijkl'[n]}th thing it is quoted with`);
const facts = {
	articles: [
		{
			id: 'own',
			url: 'https://www.paper.example/2023/harbour',
			title: 'Harbour masters meet again',
			published: '2023-09-13',
		},
		{ id: 'other', published: '2023-09-14' },
	],
	claims: [
		...QUOTES.map((exact) => ({ reports: [{ article: 'own', at: { exact } }] })),
		{ reports: [{ article: 'other', at: { exact: 'what both of them say alike' } }] },
	],
	publicId: (id: string) => `pack/${id}`,
} as unknown as EventFacts;

const page = (given: object) => ({ url: '', title: '', published: '', blocks: [], ...given });
const quoting = (count: number) => page({ blocks: QUOTES.slice(0, count).map((text) => ({ text })) });

describe('a page is the article of the pack', () => {
	it('at its address, whatever protocol, query and place in it', () =>
		expect(articleOf(page({ url: 'http://paper.example/2023/harbour?from=home#top' }), facts)).toMatchObject({
			id: 'pack/own',
			by: 'url',
		}));

	it('by title and day, the name of a site behind it', () =>
		expect(
			articleOf(page({ title: 'Harbour masters meet again | News', published: '2023-09-14' }), facts),
		).toMatchObject({ id: 'pack/own', by: 'title' }));

	it('by what it is quoted with, half of it left out', () =>
		expect(articleOf(quoting(6), facts)).toMatchObject({ id: 'pack/own', by: 'quotes' }));
});

describe('a page is none', () => {
	it('that bears the same title a month later', () =>
		expect(
			articleOf(page({ title: 'Harbour masters meet again', published: '2023-10-14' }), facts),
		).toBeNull());

	it('that words three things of many alike, as papers do', () =>
		expect(articleOf(quoting(3), facts)).toBeNull());

	it('that holds two of few', () => expect(articleOf(quoting(2), facts)).toBeNull());
});
