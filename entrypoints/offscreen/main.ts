/** Chromium's background has no Worker: this page without a face has one. Closes itself when nobody asks. */
import { browser } from 'wxt/browser';
import { createTagger } from '../../lib/names/tagger.ts';
import { startWorker } from './worker.ts';

const tagger = createTagger(startWorker, () => window.close());

browser.runtime.onMessage.addListener((message: { type?: unknown; texts: string[] }, sender, respond) => {
	// Pages and content scripts are answered by the background alone.
	if (message.type !== 'offscreen-strangers' || sender.tab) return false;
	tagger.strangers(message.texts).then(
		(spans) => respond({ spans }),
		() => respond({ error: 'no-worker' }),
	);
	return true;
});
