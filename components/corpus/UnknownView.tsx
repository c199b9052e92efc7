/** An address that names no view. */
import { Page } from './Page.tsx';
import { toEvents } from './route.ts';
import { useWords } from './texts/index.ts';

export function UnknownView() {
	const w = useWords();
	return (
		<Page title={w('unknown')}>
			<p class="prose">{w('unknownWhy')}</p>
			<p>
				<a href={toEvents()}>{w('toEvents')}</a>
			</p>
		</Page>
	);
}
