/** What "copy" puts on the clipboard: plain text, nothing of the page but the name. */
import type { CardView } from '../../lib/corpus/views.ts';
import type { Locale } from '../../lib/locale/index.ts';

export function citation(view: CardView, { t, day }: Locale): string {
	const lines = [[view.heading.text, view.own?.text].filter(Boolean).join(' · '), view.description.text];
	for (const event of view.events) {
		lines.push('', `${event.name.text} (${event.when.start.slice(0, 10)})`);
		for (const source of event.sources) {
			const title = source.title?.text ?? source.dateline?.text;
			lines.push([source.outlet.text, title, day(source.date), source.url].filter(Boolean).join(', '));
		}
	}
	if (view.pack) lines.push('', `${view.pack.title.text}, ${t('asOf', day(view.pack.asOf))}`);
	return lines.join('\n').trim();
}
