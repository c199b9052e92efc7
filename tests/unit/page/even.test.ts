import { expect, it } from 'vitest';
import { evenMarkup } from '../../../lib/page/even.ts';

interface Inside {
	count?: number;
	name?: string;
	/** Elements within the children. */
	deeper?: number;
	withheld?: boolean;
	text?: string;
}

const markupOf = (
	{ count = 40, name = 'p', deeper = 0, withheld = false, text = 'Rain.' }: Inside,
	free = false,
) =>
	evenMarkup(
		{
			childElementCount: count,
			firstElementChild: { localName: name },
			getElementsByTagName: () => ({ length: count + deeper }),
			querySelector: () => (withheld ? {} : null),
			innerHTML: `<${name}>${text}</${name}>`.repeat(count),
		} as unknown as Element,
		free,
	);

it('is asked for where there are many paragraphs with nothing but text in them', () => {
	expect(markupOf({})).toMatch(/^(?:<p>Rain.<\/p>){40}$/);
	expect(markupOf({ name: 'li' }, true)).not.toBe('');
});

it.each<[string, Inside]>([
	['few', { count: 8 }],
	['too many for one section', { count: 100 }],
	['too much for one section', { text: 'x'.repeat(500) }],
	['some with a link in them', { deeper: 1 }],
	['other elements', { name: 'section' }],
	['some withheld from reading', { withheld: true }],
	['characters that part texts', { text: 'Rain.\x7f\x7fSnow.' }],
])('is not sent where there are %s', (_, inside) => {
	expect(markupOf(inside)).toBe('');
});
