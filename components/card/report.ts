/** What "something wrong?" puts on the clipboard: what was shown, by its ids, for the reader to finish and send. */
import type { CardView } from '../../lib/corpus/views.ts';
import type { Locale } from '../../lib/locale/index.ts';
import { version as own } from '../version.ts';

/** `line`: the sentence the name stands in, where the reader adds it; the page's address is theirs to add. */
export function report(view: CardView, { t, day }: Locale, line: string): string {
	const { pack, heading, description, entity, events } = view;
	const lines = [`${heading.text} = ${description.text} (${entity})`, line && `“${line}”`];
	for (const { id, name, claimLines } of events) {
		lines.push('', `${name.text} (${id})`);
		for (const claim of claimLines) lines.push(`- ${claim.text.text} (${claim.id})`);
	}
	if (pack) {
		lines.push('', `${pack.title.text} (${pack.id}, ${pack.version}), ${t('asOf', day(pack.asOf))}`);
		lines.push(pack.corrections ?? '');
	}
	return [...lines, `Sidelight ${own}`, '', t('reportWrong'), ''].join('\n');
}
