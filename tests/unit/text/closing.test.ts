import { expect, it } from 'vitest';
import { closes } from '../../../lib/text/closing.ts';

it.each([
	'相关新闻',
	'延伸閱讀：',
	'【熱門新聞】',
	'Related articles',
	'Most read',
	'More stories',
	'责任编辑：李四',
])('%s closes an article', (line) => expect(closes(line)).toBe(true));

it.each(['相关新闻说，普京到了。', 'Read more about the harvest in the north.', '推荐信写得很好', ''])(
	'%j does not',
	(line) => expect(closes(line)).toBe(false),
);
