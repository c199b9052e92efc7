/** The background: answers overlays and pages, keeps the store, registers the overlay. All it holds in memory is a cache. */
import { defineBackground } from 'wxt/utils/define-background';
import { answerMessages, answerScans } from './answers.ts';
import { followChoices } from './choices.ts';
import { obeyCommands } from './commands.ts';
import { greet } from './greet.ts';
import { offerMenus } from './menus.ts';
import { answerOmnibox } from './omnibox.ts';
import { answerPacks } from './packs.ts';
import { renewed } from './renewed.ts';
import { keepScripts } from './scripts.ts';
import { freshened, indexSearch } from './store.ts';
import { keepSyncing } from './sync.ts';

export default defineBackground(() => {
	answerScans();
	answerMessages();
	answerPacks();
	keepScripts();
	greet();
	followChoices();
	offerMenus();
	obeyCommands();
	answerOmnibox();
	keepSyncing();
	freshened()
		.then((other) => (other ? renewed() : undefined))
		.then(() => indexSearch())
		.catch((error) => console.error('sidelight: store', error));
});
