/** The worker that finds people the packs do not know. The one place where compromise is loaded. */
import nlp from 'compromise';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { strangersIn } from '../lib/names/strangers.ts';
import type { StrangersReply, StrangersRequest } from '../lib/names/tagger.ts';

export default defineUnlistedScript(() => {
	addEventListener('message', ({ data: { id, texts } }: MessageEvent<StrangersRequest>) => {
		const reply: StrangersReply = { id, spans: texts.map((text) => strangersIn(text, nlp)) };
		postMessage(reply);
	});
});
