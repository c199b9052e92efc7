/** What readers might type into a corpus of that size, with a seed: whole and begun, mistyped, in each script. Touches nothing. */
import { random } from '../names/random.ts';
import { castOf, type Plan, storyOf } from './generate.ts';

export interface Query {
	kind: string;
	text: string;
}

const OF_EACH = 24;

export function queriesOf(plan: Plan): Query[] {
	const chance = random(20_231_122);
	const { entities } = castOf(0, plan);
	const latin = () => chance.pick(entities).name.en;
	const wordIn = (name: string) => name.split(' ').find((one) => one.length > 4) ?? 'Vladimir';
	const word = () => wordIn(latin());
	const zh = () => chance.pick(entities).name['zh-Hans'];
	const event = () => storyOf(chance.below(plan.stories), plan).events[0];
	const kinds: Record<string, () => string> = {
		'one letter': () => word().slice(0, 1),
		'three letters': () => word().slice(0, 3),
		'a name': latin,
		'a name mistyped': () => {
			const text = word();
			const at = 1 + chance.below(text.length - 2);
			return text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
		},
		'Chinese, one sign': () => zh().slice(0, 1),
		'a Chinese name': zh,
		pinyin: () => (chance.pick(entities).pinyin?.[0] ?? '').replaceAll(' ', ''),
		// Of one who took part in something that year: of any name and any year there may be nothing.
		'a name and a year': () => {
			const { participants, when } = event() ?? {};
			const name = entities.find(({ id }) => id === participants?.[0]?.entity)?.name.en ?? '';
			return `${wordIn(name)} ${when?.start.slice(0, 4)}`;
		},
		'words of a title': () => (event()?.name.en ?? '').split(' ').slice(0, 3).join(' '),
		'words of a claim': () =>
			(storyOf(chance.below(plan.stories), plan).claims[0]?.text.en ?? '').split(' ').slice(0, 3).join(' '),
		'Putin and Vostochny': () =>
			chance.pick([
				'普丁',
				'普京',
				'Putin',
				'pǔjīng',
				'Puttin',
				'Vostochny 2023',
				'東方航天發射場',
				'东方 航天',
			]),
	};
	return Object.entries(kinds).flatMap(([kind, make]) =>
		Array.from({ length: OF_EACH }, () => ({ kind, text: make() })),
	);
}
