/** Which names in the words of a view lead on to a card of their own. Nothing leads on without a provider. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { NameInside } from '../../lib/corpus/views.ts';

export const InsideContext = createContext<readonly NameInside[]>([]);

/** A text whose names are buttons; whoever holds the view acts on them (`lib/page/card-names.ts`). */
export function Words({ text }: { text: string }) {
	const names = useContext(InsideContext).filter((name) => name.text === text);
	if (names.length === 0) return <>{text}</>;
	return (
		<>
			{names.map(({ start, end, entity }, at) => (
				<>
					{text.slice(names[at - 1]?.end ?? 0, start)}
					<button type="button" class="inside" aria-haspopup="dialog" data-entity={entity}>
						{text.slice(start, end)}
					</button>
				</>
			))}
			{text.slice(names.at(-1)?.end)}
		</>
	);
}
