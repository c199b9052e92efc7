/** One look at the store for all questions of a page, until somebody says that another version is live. Reads the Dexie store. */
import { type Corpus, openCorpus } from './corpus.ts';
import type { Store } from './store.ts';

export interface Looks {
	readonly store: Store;
	/** The same look for all who ask, since opening one reads every head. */
	open(): Promise<Corpus>;
	/** The next question opens another. */
	renew(): void;
	/** Asks again with a new look where the one at hand failed: what it saw may have been cleaned away. */
	ask<T>(question: (corpus: Corpus) => Promise<T>): Promise<T>;
}

export function looksAt(store: Store): Looks {
	let now: Promise<Corpus> | null = null;
	const renew = () => {
		now = null;
	};
	const open = () => {
		if (now) return now;
		const opening = openCorpus(store);
		now = opening;
		opening.catch(() => {
			if (now === opening) renew();
		});
		return opening;
	};
	return {
		store,
		open,
		renew,
		async ask(question) {
			const known = now;
			try {
				return await question(await open());
			} catch (error) {
				if (!known || known !== now) throw error;
				renew();
				return question(await open());
			}
		},
	};
}
