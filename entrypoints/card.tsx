/** The card's code, injected beside the overlay when a card is about to open: draws a view into the overlay's host. */
import { autoUpdate, computePosition, flip, offset, shift } from '@floating-ui/dom';
import { render } from 'preact';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { Card } from '../components/card/Card.tsx';
import { citation } from '../components/card/citation.ts';
import { CARD_STYLE } from '../components/card/style.ts';
import { locale } from '../lib/locale/index.ts';
import { type CardInput, leaveCardCode } from '../lib/page/card-code.ts';

export default defineUnlistedScript(() => {
	leaveCardCode({
		show(host, root, input) {
			dress(root);
			draw(root, input, null);
			host.style.setProperty('--sidelight-seen', 'hidden', 'important');
			// Hidden, it could not take the focus.
			const stop = place(host, input.anchor, () => {
				if (input.focus) root.querySelector<HTMLElement>('.card')?.focus({ preventScroll: true });
			});
			return {
				close() {
					stop();
					render(null, root);
				},
			};
		},
	});
});

const sheets = new WeakMap<ShadowRoot, CSSStyleSheet>();

/** A constructed sheet: a <style> would fall under the page's CSP. */
function dress(root: ShadowRoot) {
	if (sheets.has(root)) return;
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(CARD_STYLE);
	root.adoptedStyleSheets.push(sheet);
	sheets.set(root, sheet);
}

function draw(root: ShadowRoot, input: CardInput, notice: string | null) {
	const { view, reader, focus } = input;
	const words = locale(reader);
	render(
		<Card
			view={view}
			locale={words}
			focusable={focus}
			notice={notice}
			onClose={() => input.onAct('close')}
			onAct={async (act) => {
				if (act === 'copy' || act === 'report') {
					const text = citation(view, words, act);
					draw(root, input, words.t((await copy(root, text)) ? 'copied' : 'copyFailed'));
				} else if (act !== 'corpus') input.onAct(act);
			}}
		/>,
		root,
	);
}

/** Below the name's last line, or above its first where there is no room: never over the line being read. */
function place(host: HTMLElement, anchor: DOMRect[], onPlaced: () => void): () => void {
	let placed = false;
	const lines = [...anchor];
	const box = (rects: DOMRect[]) => {
		const left = Math.min(...rects.map((rect) => rect.left));
		const top = Math.min(...rects.map((rect) => rect.top));
		const right = Math.max(...rects.map((rect) => rect.right));
		const bottom = Math.max(...rects.map((rect) => rect.bottom));
		return new DOMRect(left, top, right - left, bottom - top);
	};
	const reference = { getBoundingClientRect: () => box(lines), getClientRects: () => lines };
	return autoUpdate(
		reference,
		host,
		async () => {
			const { x, y } = await computePosition(reference, host, {
				strategy: 'fixed',
				placement: 'bottom-start',
				middleware: [offset(8), flip({ padding: 8 }), shift({ padding: 8 })],
			});
			host.style.setProperty('--sidelight-left', `${x}px`, 'important');
			host.style.setProperty('--sidelight-top', `${y}px`, 'important');
			host.style.setProperty('--sidelight-seen', 'visible', 'important');
			if (!placed) onPlaced();
			placed = true;
		},
		{ ancestorScroll: false },
	);
}

/** By the clipboard where the page may use it; http pages and a Permissions-Policy leave only the older way. */
async function copy(root: ShadowRoot, text: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		const field = document.createElement('textarea');
		field.value = text;
		field.style.cssText = 'position: fixed; opacity: 0';
		root.append(field);
		field.select();
		const done = document.execCommand('copy');
		field.remove();
		return done;
	}
}
