/** The pack a line is of, where another pack has the same name in the same list. */
import type { Said } from '../../lib/corpus/views.ts';
import { At } from './At.tsx';
import { Say } from './Say.tsx';

export function OfPack({ line: { pack } }: { line: { pack?: Said } }) {
	return (
		pack && (
			<At>
				<Say said={pack} />
			</At>
		)
	);
}
