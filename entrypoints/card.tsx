/** The card's code, injected beside the overlay when a card is about to open: draws a view into the overlay's host. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { Card } from '../components/card/Card.tsx';
import { citation } from '../components/card/citation.ts';
import { report } from '../components/card/report.ts';
import { CARD_STYLE } from '../components/card/style.ts';
import { type Locale, locale } from '../lib/locale/index.ts';
import { ask } from '../lib/messages/page.ts';
import { type CardInput, type DrawCard, leaveCardCode } from '../lib/page/card-code.ts';
import { copyText } from '../lib/page/card-copy.ts';
import { handleCard } from '../lib/page/card-hands.ts';
import { placeCard } from '../lib/page/card-place.ts';
import { type CardPorts, createCards } from '../lib/page/cards.ts';
import type { PageReader } from '../lib/page/reader.ts';

export default defineUnlistedScript(() => {
	leaveCardCode((window, reader, signal) => createCards(window, reader, ports(reader), show, signal));
});

const send = (message: unknown) => browser.runtime.sendMessage(message);

const ports = (reader: PageReader): CardPorts => ({
	card: ({ entity, text }) =>
		ask(
			{
				type: 'card',
				entity,
				heading: text,
				headingLang: document.documentElement.lang,
				events: reader.events.flatMap(({ id, relation }) => (relation === 'none' ? [] : [{ id, relation }])),
			},
			send,
		),
	hide(entity, hide) {
		reader.hide(entity, hide);
		void ask({ type: 'hide-name', entity, hide }, send).catch(() => undefined);
	},
	siteOff: () => void ask({ type: 'site-off' }, send).catch(() => undefined),
});

const show: DrawCard = (host, root, input) => {
	const ended = new AbortController();
	const state: State = { notice: null, pinned: false };
	dress(root);
	draw(root, input, state);
	host.style.setProperty('--sidelight-seen', 'hidden', 'important');
	const card = root.querySelector<HTMLElement>('.card');
	// Heard after its name by those who came to it by keyboard.
	if (input.focus) card?.setAttribute('aria-description', input.line);
	// Hidden, it could not take the focus.
	const place = placeCard(host, input.anchor, input.sheet, () => {
		if (input.focus) card?.focus({ preventScroll: true });
	});
	handleCard(host, root, place, () => pin(root, input, state), ended.signal);
	return {
		close() {
			ended.abort();
			place.stop();
			render(null, root);
			for (const name of ['room', 'wide']) host.style.removeProperty(`--sidelight-${name}`);
		},
	};
};

/** What became of a card since it was opened. */
interface State {
	notice: string | null;
	pinned: boolean;
}

function pin(root: ShadowRoot, input: CardInput, state: State) {
	if (state.pinned) return;
	state.pinned = true;
	draw(root, input, state);
	input.onAct('pin');
}

const sheets = new WeakMap<ShadowRoot, CSSStyleSheet>();

/** A constructed sheet: a <style> would fall under the page's CSP. */
function dress(root: ShadowRoot) {
	if (sheets.has(root)) return;
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(CARD_STYLE);
	root.adoptedStyleSheets.push(sheet);
	sheets.set(root, sheet);
}

function draw(root: ShadowRoot, input: CardInput, state: State) {
	const { view, reader, hidden, focus } = input;
	const words = locale(reader);
	render(
		<Card
			view={view}
			locale={words}
			focusable={focus}
			notice={state.notice}
			pinned={state.pinned}
			onPin={() => pin(root, input, state)}
			hidden={hidden}
			onClose={() => input.onAct('close')}
			onAct={async (act) => {
				if (act === 'copy' || act === 'report') {
					const text = act === 'copy' ? citation(view, words) : report(view, words, input.line);
					const done = await copyText(root, text);
					state.notice = done ? said(act, input, words) : words.t('copyFailed');
					draw(root, input, state);
				} else if (act !== 'corpus') input.onAct(act);
			}}
		/>,
		root,
	);
}

/** A report goes to whoever answers for the pack; the reader sends it, or does not. */
function said(act: 'copy' | 'report', { view: { pack } }: CardInput, { t }: Locale): string {
	if (act === 'copy') return t('copied');
	return t('reportCopied', pack?.corrections ?? pack?.title.text ?? t('editorOfPack'));
}
