/** What went wrong, in a sentence, and what to do about it. */
import { useLocale } from '../locale.ts';
import { known, type PackKey, useWords } from './texts/index.ts';

/** `what`: what it kept the reader from, where the code alone does not say; nothing tries that again by itself. */
export function Fault({ code, what }: { code: string; what?: 'unread' | 'unkept' }) {
	const say = useWords();
	const { gap } = useLocale();
	const key = known(code);
	return (
		<p class="fault" role="status" data-code={code}>
			<strong>{say(what ?? key)}</strong>
			{gap}
			{what && say(key)}
			{what && gap}
			{(!what || key !== 'failed') && say(`${key}-do` as PackKey)}
		</p>
	);
}
