/** Everything the card needs, as one text for `CSSStyleSheet.replaceSync`: a page's CSP cannot stop that.
 * `?raw`, since WXT loads entrypoints outside of Vite's CSS pipeline to read their options. */
import compare from '../compare/details.css?raw';
import event from '../event/event.css?raw';
import look from '../look.css?raw';
import card from './card.css?raw';
import head from './head.css?raw';

export const CARD_STYLE = `${look}\n${event}\n${compare}\n${head}\n${card}`;
