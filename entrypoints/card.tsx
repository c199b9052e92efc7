/** The card's code, injected beside the overlay when a card is about to open: draws a view into the overlay's host. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { Card, type CardAct } from '../components/card/Card.tsx';
import { Corrected } from '../components/card/Corrected.tsx';
import { citation } from '../components/card/citation.ts';
import { Line } from '../components/card/Line.tsx';
import { Note } from '../components/card/Note.tsx';
import { report } from '../components/card/report.ts';
import { CARD_STYLE } from '../components/card/style.ts';
import { Sentence } from '../components/compare/Sentence.tsx';
import { unkeptIn } from '../components/packs/texts/device.ts';
import { type Locale, locale } from '../lib/locale/index.ts';
import { ask } from '../lib/messages/page.ts';
import { type CardInput, type DrawCard, leaveCardCode } from '../lib/page/card-code.ts';
import { copyText } from '../lib/page/card-copy.ts';
import { handleCard } from '../lib/page/card-hands.ts';
import { placeCard } from '../lib/page/card-place.ts';
import { sentenceOf } from '../lib/page/card-sentence.ts';
import { type CardPorts, createCards } from '../lib/page/cards.ts';
import type { PageReader } from '../lib/page/reader.ts';

/** A card waits so long for what is said of its sentence, once it has all else, ms. */
const PATIENCE = 60;

/** The reader's words; each card brings the language chosen by then. */
let words = locale('en');

export default defineUnlistedScript(() => {
	leaveCardCode((window, reader, lang, signal) => {
		words = locale(lang);
		return createCards(window, reader, ports(reader), { card: drawCard, note }, signal);
	});
});

const send = (message: unknown) => browser.runtime.sendMessage(message);

const ports = (reader: PageReader): CardPorts => ({
	async card(mention, known) {
		const { entity, text, lang } = mention;
		const events = reader.events.flatMap(({ id, relation }) =>
			relation === 'none' ? [] : [{ id, relation }],
		);
		const asked = {
			entity,
			known,
			heading: text,
			headingLang: lang ?? document.documentElement.lang,
			events,
		};
		const late = sentenceOf(reader, mention, send).catch(() => null);
		const card = await ask({ type: 'card', ...asked }, send);
		const patience = new Promise<undefined>((done) => setTimeout(done, PATIENCE));
		const sentence = await Promise.race([late, patience]);
		return sentence === undefined ? { ...card, sentence: null, late } : { ...card, sentence };
	},
	hide: (entity, hide) => ask({ type: 'hide-name', entity, hide }, send),
	ended: () => !browser.runtime?.id,
	siteOff: () => ask({ type: 'site-off' }, send),
	words: {
		nothingHere: () => words.t('nothingOnPage'),
		unkept: (code) => unkeptIn(words.lang, code),
		notFound: (text) => words.t('lookUpNone', text.trim().slice(0, 40)),
		summary() {
			const names = reader.report().mentions.length;
			const events = reader.events.filter(({ relation }) => relation !== 'none').length;
			if (names === 0) return words.t('nothingOnPage');
			const { differs, worded } = reader.unlike;
			const counts = [
				['names', names],
				['events', events],
				['saidDiffers', differs],
				['saidWorded', worded],
			] as const;
			return words.list(counts.flatMap(([key, n]) => (n > 0 ? [words.count(key, n)] : [])));
		},
	},
});

const drawCard: DrawCard = (host, root, input) => {
	const ended = new AbortController();
	const state = unopened();
	if (input.view) words = locale(input.reader);
	dress(root);
	draw(root, input, state);
	const see = (how: 'visible' | 'hidden') => host.style.setProperty('--sidelight-seen', how, 'important');
	see('hidden');
	const card = root.querySelector<HTMLElement>('.card');
	// Heard after its name by those who came to it by keyboard.
	if (input.focus) card?.setAttribute('aria-description', input.line);
	/** Its place, and that it is wanted. */
	let missing = 2;
	const come = () => {
		if (--missing > 0) return;
		see('visible');
		// Hidden, it could not take the focus.
		if (input.focus) card?.focus({ preventScroll: true });
	};
	const place = placeCard(host, input, come);
	return {
		show() {
			handleCard(host, root, place, () => pin(root, input, state), ended.signal);
			come();
		},
		renew(answer) {
			Object.assign(input, answer);
			draw(root, input, state);
		},
		close() {
			ended.abort();
			place.stop();
			render(null, root);
			for (const name of ['room', 'wide', 'round']) host.style.removeProperty(`--sidelight-${name}`);
		},
	};
};

function note(root: ShadowRoot, text: string) {
	dress(root);
	render(<Note text={text} locale={words} />, root);
}

/** What became of a card since it was opened. */
interface State {
	notice: string | null;
	pinned: boolean;
	/** Nothing folded: the event was asked for, and there is no panel to show it in. */
	expanded: boolean;
	/** The same of the sentence. */
	sentence: boolean;
}

const unopened = (): State => ({ notice: null, pinned: false, expanded: false, sentence: false });

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
	const close = () => input.onAct('close');
	if (!input.view) {
		render(<Line code={input.failed} locale={words} focusable={input.focus} onClose={close} />, root);
		return;
	}
	const { view, names, corrected, hidden, focus, sentence } = input;
	const again = (change: Partial<State>) => draw(root, input, Object.assign(state, change));
	render(
		<Card
			view={view}
			names={names}
			locale={words}
			expanded={state.expanded}
			focusable={focus}
			notice={state.notice}
			pinned={state.pinned}
			onPin={() => pin(root, input, state)}
			quotable={input.line !== ''}
			hidden={hidden}
			onClose={close}
			onOpen={async (event) => {
				if (!(await opened(event))) again({ expanded: true });
			}}
			onWhole={(place) => void ask({ type: 'open-corpus', ...place }, send).catch(() => undefined)}
			onAct={async (act) => {
				if (act === 'copy' || act === 'report' || act === 'report-with-sentence') {
					const line = act === 'report' ? '' : input.line;
					const text = act === 'copy' ? citation(view, words) : report(view, words, line);
					const done = await copyText(root, text);
					again({ notice: done ? said(act, input, words) : words.t('copyFailed') });
				} else input.onAct(act);
			}}
		>
			{sentence && (
				<Sentence
					sentence={sentence}
					open={state.sentence}
					onOpen={async () => {
						const inPanel = !state.sentence && (await opened(sentence.view.event.id, sentence.line.id));
						again({ sentence: !state.sentence && !inPanel });
					}}
					onCopy={(text) => copyText(root, text)}
				/>
			)}
			<Corrected lines={corrected} />
		</Card>,
		root,
	);
}

/** Whether the event, or a claim of it, is shown in the side panel now. Asked in the click itself: browsers open it only then. */
const opened = (event: string, claim?: string): Promise<boolean> =>
	ask({ type: 'show-event', event, claim }, send).then(
		(answer) => answer.opened,
		() => false,
	);

/** A report goes to whoever answers for the pack; the reader sends it, or does not. */
function said(act: CardAct, { view }: CardInput, { t }: Locale): string {
	if (act === 'copy') return t('copied');
	return t('reportCopied', view?.pack?.corrections ?? view?.pack?.title.text ?? t('editorOfPack'));
}
