/** A line at the foot of the window that is spoken when its words come. */
import type { Locale } from '../../lib/locale/index.ts';

export function Note({ text, locale: { lang } }: { text: string; locale: Locale }) {
	return (
		<p class="sidelight card-note" lang={lang} role="status">
			{text}
		</p>
	);
}
