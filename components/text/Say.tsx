/** A text from a pack or a page, in its own language and isolated from the line around it. Never HTML. */
import type { Said } from '../../lib/corpus/views.ts';
import { Words } from './Inside.tsx';

export function Say({ said, class: name }: { said: Said; class?: string }) {
	return (
		<bdi lang={said.lang} class={name}>
			<Words text={said.text} />
		</bdi>
	);
}

/** Several texts with a mark between them that is seen and not spoken. */
export function SayAll({ said, between = '\u00a0· ' }: { said: readonly Said[]; between?: string }) {
	return said.map((one, at) => (
		<>
			{at > 0 && <span aria-hidden="true">{between}</span>}
			{at > 0 && <span class="spoken">, </span>}
			<Say said={one} />
		</>
	));
}
