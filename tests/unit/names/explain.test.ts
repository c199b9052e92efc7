import { beforeAll, expect, test } from 'vitest';
import { build, explain, load, type NamesIndex, type Span } from '../../../lib/names/index.ts';
import { ownNames, taggedBy } from './support/own-pack.ts';

const { names, ids } = ownNames();
let index: NamesIndex;
beforeAll(async () => {
	index = load(await build(names));
});

type Strangers = (texts: readonly string[]) => Promise<Span[][]>;
const tagger: Strangers = async (texts) => texts.map(taggedBy);

async function why(text: string, strangers: Strangers = tagger) {
	const explained = await explain(index, async (ordinal) => ids[ordinal] ?? '', [text], strangers);
	return explained.map(({ start, end, entity, why }) => [text.slice(start, end), entity ?? why]);
}

test.each([
	['Kim Jong Un left.', [['Kim Jong Un', 'kim-jong-un']]],
	['Kim left.', [['Kim', 'no-evidence']]],
	[
		'Kim Jong Un and Kim Yo Jong came. Kim left.',
		[
			['Kim Jong Un', 'kim-jong-un'],
			['Kim Yo Jong', 'kim-yo-jong'],
			['Kim', 'rival-nearer'],
		],
	],
	[
		'Kim Dae-young and putin',
		[
			['Kim', 'stranger'],
			['putin', 'case'],
		],
	],
	[
		'路人沿路透露行踪，共同社区',
		[
			['路透', 'straddles'],
			['共同社区', 'lookalike'],
		],
	],
	['Radio Moscow closed.', [['Moscow', 'longer-name']]],
])('%s', async (text, expected) => {
	expect(await why(text)).toEqual(expected);
});

test('a doubt that no worker lifts stays one', async () => {
	const text = 'Kim Jong Un left. Andy Kim won.';
	expect((await why(text)).at(-1)).toEqual(['Kim', 'stranger']);
	const broken: Strangers = () => Promise.reject(new Error('no-worker'));
	expect((await why(text, broken)).at(-1)).toEqual(['Kim', 'unsure']);
});
