/** The five articles themselves, read where they lie beside the project; on a bare checkout there is nothing to read. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Served } from '../../tools/browser/serve.ts';
import { look, type Reading } from '../../tools/read/look.ts';
import { inBothBrowsers } from './support/browsers.ts';
import { documentText, haveDocuments, servePages } from './support/pages.ts';

interface Expected {
	number: string;
	event: string;
	place: string;
	/** Parts of the card: other outlets that cover the event. */
	others: RegExp[];
}

const DOCUMENTS: Expected[] = [
	{
		number: '000',
		event: 'vostochny-2023',
		place: 'vostochny-cosmodrome',
		others: [/Storm Media/, /Vision Times/, /RFI/],
	},
	{
		number: '001',
		event: 'vostochny-2023',
		place: 'vostochny-cosmodrome',
		others: [/Oriental Daily/, /Vision Times/, /RFI/],
	},
	{
		number: '002',
		event: 'vostochny-2023',
		place: 'vostochny-cosmodrome',
		others: [/Oriental Daily/, /Storm Media/, /RFI/],
	},
	{ number: '003', event: 'pyongyang-2024', place: 'pyongyang', others: [/Oriental Daily/] },
	{
		number: '004',
		event: 'vostochny-2023',
		place: 'vostochny-cosmodrome',
		others: [/Oriental Daily/, /Storm Media/, /Vision Times/],
	},
];

if (!haveDocuments) {
	it('the five documents are not beside this checkout: their tests have nothing to read', () => {
		expect(haveDocuments).toBe(false);
	});
}

describe.runIf(haveDocuments)('the five documents', () => {
	let served: Served;
	beforeAll(async () => {
		served = await servePages();
	});
	afterAll(() => served?.close());

	inBothBrowsers('the teasers of a document alone', (running) => {
		it.each(DOCUMENTS)('$number: at most mention an event', async ({ number }) => {
			const { inside } = await look(running(), `${served.origin}/teasers/${number}`, { lang: 'en-US' });
			expect(inside.events.filter(({ relation }) => relation === 'about')).toEqual([]);
		});
	});

	inBothBrowsers('each document', (running) => {
		describe.each(DOCUMENTS)('$number', ({ number, event, place, others }) => {
			let reading: Reading;
			beforeAll(async () => {
				reading = await look(running(), `${served.origin}/document/${number}`, {
					lang: 'en-US',
					raw: documentText(number),
				});
			});

			it('marks Putin, Kim Jong Un and the place', () => {
				const marked = reading.seen.marks.map((mark) => mark.entity);
				expect(marked).toEqual(expect.arrayContaining(['vladimir-putin', 'kim-jong-un', place]));
			});

			it('takes no other Kim for Kim Jong Un', () => {
				const others = reading.inside.mentions.filter(
					({ entity, text }) => entity === 'kim-jong-un' && /日|与正|與正|大|dae|Jong.?dae/i.test(text),
				);
				expect(others).toEqual([]);
			});

			it('says where each mention stands in the file', () => {
				const raw = documentText(number);
				for (const { start, end, text } of reading.inside.mentions) expect(raw.slice(start, end)).toBe(text);
			});

			it('knows which event it is about', () => {
				expect(
					reading.inside.events.filter(({ relation }) => relation === 'about').map(({ id }) => id),
				).toEqual([event]);
			});

			it('shows the event and the other outlets on a card', () => {
				const card = reading.seen.card?.join('\n') ?? '';
				expect(card).toMatch(/This article’s event/);
				for (const other of others) expect(card).toMatch(other);
			});

			it('causes no error on the page', () => {
				expect(reading.errors).toEqual([]);
			});
		});
	});
});
