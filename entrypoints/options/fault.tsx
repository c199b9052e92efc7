/** Above a view: that something could not be read or kept, and why. Loaded when that happens. */
import { render } from 'preact';
import { LocaleContext } from '../../components/locale.ts';
import { Fault } from '../../components/packs/Fault.tsx';
import '../../components/packs/fault.css';
import { WordsContext, wordsIn } from '../../components/packs/texts/index.ts';
import { locale } from '../../lib/locale/index.ts';
import { codeOf } from '../../lib/packs/errors.ts';

export function draw(what: 'unread' | 'unkept', error: unknown): void {
	// In the language that the view has.
	const words = locale(document.documentElement.lang);
	const place = document.getElementById('fault') ?? document.createElement('div');
	place.id = 'fault';
	place.className = 'sidelight';
	place.lang = words.lang;
	document.body.prepend(place);
	render(
		<LocaleContext value={words}>
			<WordsContext value={wordsIn(words.lang)}>
				<Fault what={what} code={codeOf(error)} />
			</WordsContext>
		</LocaleContext>,
		place,
	);
}
