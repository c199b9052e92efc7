/** Names in the words of a card itself, so that it can lead on to them. Only certain ones, each once. */
import { type Found, KIND, unpack } from '../names/index.ts';
import type { CardView, NameInside } from './views.ts';

/** More names than these in one card and none stands out. */
const MOST = 24;

/** `hidden`: public ids of names the reader wants marked no more. */
export async function namesInside(
	scan: (texts: readonly string[]) => Promise<Found>,
	view: CardView,
	hidden: readonly string[],
): Promise<NameInside[]> {
	const texts = [...new Set(textsOf(view))];
	const seen = new Set([view.entity, ...hidden]);
	const names: NameInside[] = [];
	for (const [at, candidates] of unpack(await scan(texts), texts.length).entries()) {
		for (const { kind, entities, start, end } of candidates) {
			const [entity = ''] = entities;
			if (kind !== KIND.strong || entities.length > 1 || seen.has(entity) || names.length >= MOST) continue;
			seen.add(entity);
			names.push({ text: texts[at] as string, start, end, entity });
		}
	}
	return names;
}

/** In the order they are read; names of events are headings and stay as they are. */
function textsOf({ description, role, events }: CardView): string[] {
	return [
		description,
		role,
		...events.flatMap((event) => [event.place, ...event.claimLines.flatMap(wordsOf)]),
	]
		.filter((said) => said !== null)
		.map(({ text }) => text);
}

const wordsOf = ({ text, reports }: CardView['events'][number]['claimLines'][number]) => [
	text,
	...reports.flatMap(({ chain }) => chain),
];
