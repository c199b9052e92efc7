/** How a page writes its text must not hide a name or make one; and strangers are found in a worker, in both browsers. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openOwn } from '../../tools/browser/launch.ts';
import type { Served } from '../../tools/browser/serve.ts';
import { look } from '../../tools/read/look.ts';
import { inBothBrowsers } from './support/browsers.ts';
import { servePages } from './support/pages.ts';

const page = (body: string, lang = 'en') =>
	`<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Names</title><body>${body}</body></html>`;

const FIELDS = [
	'parentNode',
	'parentElement',
	'firstChild',
	'nextSibling',
	'previousSibling',
	'localName',
	'id',
	'children',
]
	.map((name) => `<input name="${name}">`)
	.join('');

/** A paragraph, and the names in it as a reader sees them. */
const TEXTS: [html: string, names: string[]][] = [
	['<p>&#xfeff;<b>金</b>正恩<i>抵</i>达。</p>', ['金正恩']],
	['<p>普<wbr>京说，普&shy;京走，普&#8203;京来。</p>', ['普京', '普\u00ad京', '普\u200b京']],
	[
		'<p><ruby>平<rp>(</rp><rt>ping</rt><rp>)</rp>壤<rp>(</rp><rt>rang</rt><rp>)</rp></ruby>很远。</p>',
		['平壤'],
	],
	['<p>俄罗\n\t\t斯总统普\n京在莫斯\n科。</p>', ['俄罗斯', '普京', '莫斯科']],
	['<p>Kim\n\t\tJong <em>Un</em> left.</p>', ['Kim Jong Un']],
	['<p>The Vostochny Сosmodrome, with a Cyrillic letter.</p>', ['Vostochny Сosmodrome']],
	['<p>普京（Putin）与金正恩（Kim Jong Un）</p>', ['普京', 'Putin', '金正恩', 'Kim Jong Un']],
	['<ul><li>塔斯社</li><li>共同社</li><li>共同社区</li></ul>', ['塔斯社', '共同社']],
	['<table><tr><td>朝</td><td>鲜</td></tr><tr><td>朝鲜</td></tr></table>', ['朝鲜']],
	['<p>普</p><p>京</p><p>普<br>京</p>', []],
	['<figure><img alt="Putin" src="data:,"><figcaption>Lavrov</figcaption></figure>', ['Lavrov']],
	['<p contenteditable>Putin</p><textarea>Putin</textarea><p hidden>Putin</p><button>Putin</button>', []],
	['<p title="Putin" aria-label="Putin">Nobody.</p>', []],
	// What a form answers for itself in Chromium, where it has such fields.
	...['', ' style="display: none"'].map((style): [string, string[]] => [
		`<form${style}>${FIELDS}<p>Putin left.</p>Lavrov came.</form>`,
		['Putin', 'Lavrov'],
	]),
];

const STRANGER = page(
	'<p>Kim Jong Un left the hall. Andy Kim won the seat. Kim will serve six years.</p><p>Putin left.</p>',
);

const RAIN = Array.from({ length: 60 }, (_, n) => `<p>Rain on day ${n}, and wheat at a fair price.</p>`);
/** Beyond the head of a page, where runs of paragraphs are read at once: even ones, and ones with something in them. */
const LATE: [html: string, names: string[]][] = [
	['<p>Putin &amp; Lavrov&nbsp;came.</p>', ['Putin', 'Lavrov']],
	['<p class="a > b" title="Kim Jong Un">Nobody came.</p><p>普京</p>', ['普京']],
	['<p>Vladimir <b>Putin</b> came.</p>', ['Vladimir Putin']],
	['<p hidden>Putin came.</p><p contenteditable>Lavrov came.</p><p>Kim Jong Un came.</p>', ['Kim Jong Un']],
	['Pyongyang stands bare.', ['Pyongyang']],
	['<p></p><p>  Sergei\n Shoigu  </p><!-- Putin -->', ['Sergei Shoigu']],
	['<p>Putin&#127;&#127;and Lavrov.</p>', ['Putin', 'Lavrov']],
	['<p></p><p>\n\t俄罗\n斯总统  Vladimir\n Putin </p>', ['俄罗斯', 'Vladimir Putin']],
];
const LONG = [...Array(16).fill(['', []]), ...LATE].map(
	([html]) => `<section>${RAIN.slice(0, 40).join('')}${html}${RAIN.slice(40).join('\n')}</section>`,
);

/** Longer than the first request: what ends the article is known only when its first names are drawn. */
const WEATHER = Array.from(
	{ length: 200 },
	(_, n) =>
		`Rain on day ${n}, and wheat at a fair price; ${'the river was high, and the ferry was late; '.repeat(3)}`,
);
const SUMMIT = [
	'On 13 September 2023 Vladimir Putin received Kim Jong Un at the Vostochny Cosmodrome in the Amur Oblast.',
	'Kim Jong Un and Vladimir Putin spoke of satellites, Sergei Shoigu beside them, and dined at Vostochny.',
];
const ending = (...line: string[]) =>
	page(
		`<article><p>${['The weather in Pyongyang was told first.', ...WEATHER, ...line, ...SUMMIT].join('</p><p>')}</p></article>`,
	);

let served: Served;
beforeAll(async () => {
	served = await servePages([
		page(TEXTS.map(([html]) => html).join('\n'), 'zh-Hans'),
		STRANGER,
		page(LONG.join('\n')),
		ending(),
		ending('Related articles'),
	]);
});
afterAll(() => served?.close());

inBothBrowsers('text', (running) => {
	it('finds names through markup, and none across blocks or in what is no text', async () => {
		const { inside } = await look(running(), `${served.origin}/inline/0`, { lang: 'en-US' });
		expect(inside.mentions.map(({ text }) => text)).toEqual(TEXTS.flatMap(([, names]) => names));
	});

	it('finds the same names far down a long page, and traces each to its place', async () => {
		const { inside } = await look(running(), `${served.origin}/inline/2`, { lang: 'en-US' });
		expect(inside.mentions.map(({ text }) => text)).toEqual(LATE.flatMap(([, names]) => names));
	});

	it('answers a request once that comes in several messages, and keeps none that does not end', async () => {
		const own = await openOwn(running(), '/popup.html');
		const seen = await own.evaluate(async () => {
			interface Port {
				postMessage(message: object): void;
				onMessage: { addListener(heard: (reply: { id: number; found: { cut: number[][] } }) => void): void };
				onDisconnect: { addListener(heard: () => void): void };
			}
			const { runtime } = (
				globalThis as unknown as { chrome: { runtime: { connect(to: { name: string }): Port } } }
			).chrome;
			const port = runtime.connect({ name: 'scan' });
			const replies: { id: number; found: { cut: number[][] } }[] = [];
			const first = new Promise<void>((done) =>
				port.onMessage.addListener((reply) => done(void replies.push(reply))),
			);
			const cut = new Promise<string>((done) => port.onDisconnect.addListener(() => done('cut off')));
			// An empty part announces markup, also in the next message.
			port.postMessage({ id: 0, parts: ['Putin', ''], more: true });
			const parts = ['<p>Putin</p><p>rain</p>', '', 'rain', 'sun\x7frain'];
			port.postMessage({ id: 0, parts, more: false });
			await first;
			for (let n = 0; n < 40; n++) port.postMessage({ id: 1, parts: ['rain'], more: true });
			const late = new Promise<string>((done) => setTimeout(done, 5000, 'kept'));
			return { end: await Promise.race([cut, late]), replies: replies.map(({ found }) => found.cut) };
		});
		expect(seen).toEqual({ end: 'cut off', replies: [[[5, 4], []]] });
		await own.close();
	});

	it('takes no event from what stands behind the end of a long article', async () => {
		const eventsOn = async (n: number) => {
			const { inside } = await look(running(), `${served.origin}/inline/${n}`, { lang: 'en-US' });
			return inside.events.map(({ name }) => name);
		};
		expect(await eventsOn(3)).toContainEqual(expect.stringContaining('Vostochny'));
		expect(await eventsOn(4)).toEqual([]);
	});

	it('marks no stranger once the worker has answered', async () => {
		await vi.waitFor(
			async () => {
				const { inside, errors } = await look(running(), `${served.origin}/inline/1`, { lang: 'en-US' });
				expect(inside.mentions.map(({ text }) => text)).toEqual(['Kim Jong Un', 'Putin']);
				expect(inside.passed.map(({ text, why }) => `${text} ${why}`)).toEqual([
					'Kim stranger',
					'Kim rival-nearer',
				]);
				expect(errors).toEqual([]);
			},
			{ timeout: 30_000 },
		);
	});
});
