/** Takes a whole document for its own, html to the last node, as one that a server wrote for it. */
import { Fragment, h, hydrate, render } from '/preact.js';

let count = 0;
const again = () => {
	count++;
	render(view(), document);
};
const view = () =>
	h(
		Fragment,
		null,
		h(
			'head',
			null,
			h('meta', { charset: 'utf-8' }),
			h('title', null, 'Hydrated as a whole'),
			h('script', { type: 'module', src: '/hydration.js' }),
		),
		h(
			'body',
			null,
			h(
				'main',
				null,
				h('h1', null, 'Hydrated as a whole'),
				h(
					'p',
					null,
					'Vladimir Putin met ',
					h('b', null, 'Kim Jong Un'),
					' at ',
					h('i', null, 'Pyongyang'),
					'.',
				),
				h('button', { onClick: again }, String(count)),
			),
			'\n',
		),
	);

const wait = (ms) => new Promise((done) => setTimeout(done, ms));
const all = () => [...document.querySelectorAll('html, head, body, main, h1, p, b, i, button')];
const written = all();
// Late, as a page does whose script comes slowly: the names are marked by then.
const hydrated = wait(900).then(() => hydrate(view(), document));
window.ok = async () => {
	await hydrated;
	document.querySelector('button').click();
	await wait(50);
	const same = all().every((one, at) => one === written[at]);
	return same && document.querySelector('button').textContent === '1';
};
