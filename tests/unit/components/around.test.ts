import { expect, it } from 'vitest';
import { laidOut } from '../../../components/corpus/figures/around.ts';
import type { Meetings, Named } from '../../../lib/corpus/pages.ts';

const LATIN = [
	'Japan',
	'Vladimir Putin',
	"South Korea's Joint Chiefs of Staff",
	'UN Security Council',
	'Russia',
];
const HAN = ['日本', '普京', '韩国联合参谋本部', '联合国安理会', '俄罗斯'];

/** As many as the page shows at the most, some of them often together. */
function meetingsOf(names: readonly string[], count: number): Meetings {
	const nodes = Array.from({ length: count }, (_, at) => ({
		id: `n${at}`,
		name: { text: names[at % names.length] ?? '', lang: 'und' },
		kind: 'person',
		events: 1 + ((at * 7) % 11),
	}));
	const links = nodes.flatMap(({ id }, at) =>
		at % 3 === 0 ? [{ a: id, b: `n${(at * 5 + 1) % count}`, events: 1 + (at % 4) }] : [],
	);
	return { nodes, links, looked: count, all: count };
}

const of: Named = { id: 'self', name: { text: 'North Korea', lang: 'en' } };

for (const [script, names] of Object.entries({ Latin: LATIN, Han: HAN }))
	for (const [width, zoom] of [
		[368, 1],
		[900, 1],
		[900, 2],
	] as const)
		for (const count of [1, 4, 14])
			it(`${count} ${script} names around one, ${width} px, text ${zoom * 100} %: none lies on another or outside`, () => {
				const { nodes, height } = laidOut(of, meetingsOf(names, count), width, zoom);
				// A mark and the line under it; where a second line is, only its first is counted.
				const boxes = nodes.map(({ name, x = 0, y = 0, radius }) => {
					const letter = name.text > '\u2e7f' ? 13 : 6.5;
					const wide = zoom * Math.min(118, Math.max(2 * radius, letter * name.text.length));
					return { left: x - wide / 2, right: x + wide / 2, top: y - radius, bottom: y + radius + 16 * zoom };
				});
				const covered = boxes.flatMap((a, at) =>
					boxes
						.slice(at + 1)
						.filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
				);
				expect(covered).toEqual([]);
				for (const { left, right, top, bottom } of boxes) {
					expect(left).toBeGreaterThanOrEqual(0);
					expect(right).toBeLessThanOrEqual(width);
					expect(top).toBeGreaterThanOrEqual(0);
					expect(bottom).toBeLessThanOrEqual(height);
				}
			});
