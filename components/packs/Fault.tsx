/** What went wrong, in a sentence, and what to do about it. */
import { useLocale } from '../locale.ts';
import { known, type PackKey, useWords } from './texts/index.ts';

export function Fault({ code }: { code: string }) {
	const say = useWords();
	const { lang } = useLocale();
	const key = known(code);
	return (
		<p class="fault" role="status" data-code={code}>
			<strong>{say(key)}</strong>
			{lang === 'en' && ' '}
			{say(`${key}-do` as PackKey)}
		</p>
	);
}
