/**
 * Cards as on a page: in a shadow root, with nothing but their own style, on a page that is rude to them. One that is
 * opened from another, or by a finger, is placed by the code that places it on pages.
 */
import { render } from 'preact';
import { Card, type CardProps } from '../../../components/card/Card.tsx';
import { Corrected } from '../../../components/card/Corrected.tsx';
import { Line } from '../../../components/card/Line.tsx';
import { Note } from '../../../components/card/Note.tsx';
import { CARD_STYLE } from '../../../components/card/style.ts';
import { Sentence } from '../../../components/compare/Sentence.tsx';
import type { CardView, CorrectedLine, NameInside, Relation } from '../../../lib/corpus/views.ts';
import { placeCard } from '../../../lib/page/card-place.ts';
import { comparedSample, timesSample } from './compared.ts';
import { data, nothing, params, view, words } from './given.ts';

/** A rude page: none of this may reach the card. */
const RUDE = 'html { font-size: 40px } * { --ink: lime; --card: red; --size: 5px; --gap-4: 90px }';
const GROUND =
	'margin: 8px; background: light-dark(#ddd8cc, #0c0d0e); color: light-dark(#000, #fff); color-scheme: light dark';
const FIXED = 'position: fixed; inset: var(--sidelight-top, 0) auto auto var(--sidelight-left, 0)';

export async function drawCard(): Promise<void> {
	const page = document.body.appendChild(document.createElement('main'));
	page.innerHTML =
		'<h1 style="font: 16px serif; margin: 0 0 8px">The page</h1><p style="font: 16px/1.7 serif; margin: 0">On Wednesday <u>普丁</u> came first, and waited.</p>';
	page.style.fontSize = 'medium';
	const rude = new CSSStyleSheet();
	rude.replaceSync(RUDE);
	document.adoptedStyleSheets = [rude];
	document.body.style.cssText = GROUND;
	const name = (page.querySelector('u') as Element).getBoundingClientRect();
	const said = [words.count('names', 22), words.count('events', 2), words.count('saidWorded', 2)];
	if (view === 'card-line')
		render(<Line code="row-missing" locale={words} focusable={false} onClose={nothing} />, rootIn(page));
	else if (view === 'card-note') render(<Note text={words.list(said)} locale={words} />, rootIn(page));
	else if (view === 'card-sheet') await placed(page, name, true);
	else if (view === 'card-inside') await nested(page, name);
	else {
		const root = rootIn(page);
		render(<One />, root);
		if (params.has('wrong')) root.querySelector<HTMLElement>('.acts button:last-child')?.click();
	}
}

async function nested(page: Element, name: DOMRect): Promise<void> {
	const outer = await placed(page, name, false);
	const inside = outer.querySelector('.inside') as Element;
	await placed(page, inside.getBoundingClientRect(), false, cardOfPlace());
}

/** Open, so that axe sees inside. */
function rootIn(page: Element, style = 'display: block'): ShadowRoot {
	const host = page.appendChild(document.createElement('div'));
	host.style.cssText = `all: initial; ${style}`;
	const root = host.attachShadow({ mode: 'open' });
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(`${CARD_STYLE}${params.has('tall') ? '.sidelight.card { max-height: none }' : ''}`);
	root.adoptedStyleSheets = [sheet];
	return root;
}

function placed(page: Element, name: DOMRect, sheet: boolean, of = data.card): Promise<ShadowRoot> {
	const root = rootIn(page, `display: block; ${FIXED}`);
	render(<One of={of} />, root);
	return new Promise((done) =>
		placeCard(root.host as HTMLElement, { where: () => [name], upright: null, sheet }, () => done(root)),
	);
}

function One({ of = data.card }: { of?: CardView }) {
	const relation = (params.get('relation') ?? 'about') as Relation;
	const [first, ...rest] = of.events;
	const events = first ? [{ ...first, relation }, ...rest] : rest;
	const card = { ...of, events };
	const acts: Pick<CardProps, 'onPin' | 'onOpen' | 'onClose' | 'onAct'> = {
		onPin: nothing,
		onOpen: nothing,
		onClose: nothing,
		onAct: nothing,
	};
	return (
		<Card
			view={params.has('packs') ? inTwoPacks(card) : card}
			names={insideOf(of)}
			locale={words}
			pinned={params.has('pinned')}
			expanded={view === 'card-all'}
			quotable
			hidden={params.has('hidden')}
			notice={params.has('hidden') ? words.t('reportCopied', 'corrections@sidelight.example') : null}
			{...acts}
		>
			{(params.has('sentence') || view === 'card-sentence') && <Told open={params.has('open')} />}
			{params.has('corrected') && <Corrected lines={corrected()} />}
		</Card>
	);
}

/** A name that a second pack has too. */
function inTwoPacks({ description, events, ...card }: CardView): CardView {
	const said = (en: string, zh: string) => ({ ...description, text: description.lang === 'en' ? en : zh });
	const pack = said('Railways of the Far East', '远东铁路');
	const told = events.map((event, at) => ({ ...event, pack: at > 0 ? pack : card.pack?.title }));
	const other = { pack, name: card.own ?? card.heading, description: said('head of state', '国家元首') };
	return { ...card, description, elsewhere: [other], events: told };
}

/** The places of the sample's events, and a word of the first statement. */
function insideOf({ description, events }: CardView): NameInside[] {
	const whole = events.flatMap(({ place }) =>
		place ? [{ text: place.text, start: 0, end: place.text.length }] : [],
	);
	const start = description.text.search(/Russia|俄/);
	const end = start + (/^Russia/.test(description.text.slice(start)) ? 6 : 2);
	const word = start < 0 ? [] : [{ text: description.text, start, end }];
	return [...whole, ...word].map((one) => ({ ...one, entity: 'p/russia' }));
}

/** Of the name that the description leads on to. */
function cardOfPlace(): CardView {
	const { description } = data.card;
	const [name = ''] = /Russia|俄[罗羅]斯/.exec(description.text) ?? [];
	const text = { en: 'Country', 'zh-CN': '国家', 'zh-TW': '國家' }[words.lang];
	return {
		...data.card,
		entity: 'russia',
		kind: 'place',
		heading: { text: name, lang: description.lang },
		own: null,
		native: { text: 'Россия', lang: 'ru' },
		scripts: [],
		names: [],
		description: { text, lang: description.lang },
	};
}

/** What a newer version put otherwise, and what it took back. */
function corrected(): CorrectedLine[] {
	const lines = data.card.events[0]?.claimLines ?? [];
	const [border, tour] = ['border', 'tour'].map((id) => lines.find((line) => line.id === id));
	const was = border?.reports.find(({ stance }) => stance === 'differs')?.wording;
	if (!border || !tour || !was) return [];
	return [
		{ claim: border.id, was, now: border.text },
		{ claim: tour.id, was: tour.text, now: null },
	];
}

function Told({ open }: { open: boolean }) {
	const event = data.events.find(({ id }) => id === 'vostochny-2023');
	if (!event) return null;
	const whole = comparedSample(event, data.card.pack, {});
	const [first] = whole.groups.filter(({ kind }) => kind === (params.get('state') ?? 'worded'));
	const line = first?.threads[0]?.claim;
	if (!first || !line) return null;
	const own = { ...whole, groups: [{ ...first, threads: first.threads.slice(0, 1) }] };
	const { clocks, lines } = timesSample(data.places);
	const times = { clocks, lines: lines.slice(3) };
	return (
		<Sentence
			sentence={{ line, more: 1, view: own, times }}
			open={open}
			onOpen={nothing}
			onCopy={async () => true}
		/>
	);
}
