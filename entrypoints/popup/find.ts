/** Search from an extension page: where the index is missing or damaged, the background builds it and it is asked again. */
import { browser } from 'wxt/browser';
import { type Looks, SearchDamaged, search } from '../../lib/corpus/index.ts';
import type { SearchView } from '../../lib/corpus/views.ts';
import { ask } from '../../lib/messages/page.ts';
import type { Reader } from '../../lib/text/index.ts';

/** `times`: as many results as usual. */
export async function find(looks: Looks, text: string, reader: Reader, times = 1): Promise<SearchView> {
	try {
		return await looks.ask((corpus) => search(corpus, text, reader, { times }));
	} catch (error) {
		if (!(error instanceof SearchDamaged)) throw error;
		await ask({ type: 'search-index' }, (message) => browser.runtime.sendMessage(message));
		looks.renew();
		return search(await looks.open(), text, reader, { times });
	}
}
