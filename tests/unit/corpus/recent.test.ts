/** What is kept in memory of what was read: the last, and never more than there is room for. */
import { expect, it } from 'vitest';
import { Recent } from '../../../lib/corpus/recent.ts';

it('the longest unasked goes first, and what is asked for stays', () => {
	const recent = new Recent<string, number>(2);
	recent.set('a', 1);
	recent.set('b', 2);
	expect(recent.get('a')).toBe(1);
	recent.set('c', 3);
	expect([...recent.keys()]).toEqual(['a', 'c']);
	expect(recent.get('b')).toBeUndefined();
});

it('sizes add up: a large one drives out several, and one too large for all is not kept', () => {
	const recent = new Recent<string, string>(10);
	for (const name of ['a', 'b', 'c']) recent.set(name, name, 3);
	recent.set('a', 'again', 3);
	recent.set('large', 'x', 7);
	expect([...recent.keys()]).toEqual(['a', 'large']);
	recent.set('huge', 'x', 11);
	expect([...recent.keys()]).toEqual([]);
	recent.set('b', 'b', 10);
	expect([...recent.keys()]).toEqual(['b']);
});
