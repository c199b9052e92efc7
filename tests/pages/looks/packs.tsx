/** The packs page: alone with the bundled pack, an offer, a run, faults, and what an update corrected. */
import { render } from 'preact';
import type { PacksDoor } from '../../../components/packs/ask.ts';
import { Packs } from '../../../components/packs/Packs.tsx';
import type { PackLook, PackState } from '../../../lib/messages/packs.ts';
import { data, params, words } from './given.ts';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-22T09:30:00Z');
const ROOT = '3c'.repeat(32);

const about = (en: string, hans: string, hant: string): NonNullable<PackState['manifest']> => ({
	format: 1,
	minClient: 1,
	packId: 'a'.repeat(32),
	slug: 'sample',
	title: { en, 'zh-Hans': hans, 'zh-Hant': hant },
	license: 'CC0-1.0',
	langs: ['en', 'zh-Hans', 'zh-Hant-TW'],
	mirrors: [],
	totals: { sources: 12, articles: 184, entities: 1290, terms: 60, events: 48, claims: 1604, reports: 4210 },
});
const signed = { rootVersion: 1, seq: 41, issued: '2026-11-21T08:00:00Z', expires: '2026-12-21T08:00:00Z' };

const BUNDLED: PackState = {
	pack: 'b'.repeat(32),
	manifest: {
		...about('Putin–Kim summits', '普京–金正恩会晤', '普丁與金正恩會晤'),
		totals: { sources: 9, articles: 5, entities: 81, terms: 40, events: 6, claims: 61, reports: 110 },
	},
	size: 320_000,
	origin: 'bundled',
	url: '',
	root: null,
	since: NOW - 9 * DAY,
	checked: 0,
	due: 0,
	expires: '',
	paused: false,
	error: null,
	moved: null,
	changes: null,
	undoUntil: 0,
	progress: null,
};
const HARBOUR: PackState = {
	...BUNDLED,
	pack: 'a'.repeat(32),
	manifest: {
		...about('Harbours of the east', '东方海港', '東方海港'),
		...signed,
		homepage: 'https://harbours.example/about',
		corrections: 'desk@harbours.example',
		reviewed: '2026-11-20',
	},
	size: 5_400_000,
	origin: 'signed',
	url: 'https://packs.harbours.example/east/',
	root: ROOT,
	since: NOW - 3_600_000,
	checked: NOW - 3_600_000,
	due: NOW + DAY - 3_600_000,
	expires: signed.expires,
	moved: { bytes: 6_210_000, requests: 74, lastBytes: 41_300, lastRequests: 4 },
	changes: {
		added: { claims: 12, events: 1, articles: 4 },
		altered: { claims: 2 },
		withdrawn: { claims: 1 },
	},
	undoUntil: NOW + 20 * 3_600_000,
};

const STATES: Record<string, PackState[]> = {
	empty: [BUNDLED],
	offer: [BUNDLED],
	running: [{ ...HARBOUR, changes: null, undoUntil: 0, progress: 0.37 }, BUNDLED],
	failed: [
		{ ...HARBOUR, error: { code: 'equivocation', at: NOW }, changes: null, undoUntil: 0 },
		{
			...HARBOUR,
			pack: 'c'.repeat(32),
			manifest: {
				...about('Coast watch', '海岸观察', '海岸觀察'),
				...signed,
				expires: '2026-10-01T00:00:00Z',
				superseded: 'https://new.coast.example/watch/',
			},
			expires: '2026-10-01T00:00:00Z',
			url: 'https://coast.example/',
			paused: true,
			changes: null,
			undoUntil: 0,
		},
	],
	changed: [HARBOUR, BUNDLED],
};

const OFFER: PackLook = {
	url: HARBOUR.url,
	root: ROOT,
	manifest: { ...HARBOUR.manifest, ...signed } as PackLook['manifest'],
	size: HARBOUR.size,
	lookalikes: [words.lang === 'en' ? 'Harbours of the East' : '东方海港'],
};

export async function drawPacks(): Promise<void> {
	const state = params.get('state') ?? 'empty';
	const [first, second] = data.card.events[0]?.claimLines ?? [];
	const done = async () => {};
	const door: PacksDoor = {
		list: async () => ({ packs: STATES[state] ?? [], used: 41_200_000 }),
		look: async () => OFFER,
		corrected: async () =>
			first && second
				? [
						{ claim: first.id, was: second.text, now: first.text },
						{ claim: second.id, was: second.text, now: null },
						{ claim: 'same', was: first.text, now: first.text },
					]
				: [],
		lookAtFile: async () => OFFER,
		subscribe: done,
		check: done,
		pause: done,
		raise: done,
		undo: done,
		remove: done,
		importFile: done,
		exportFile: done,
	};
	render(<Packs locale={words} door={door} />, document.body);
	await drawn('.pack');
	if (state === 'offer') {
		const input = document.querySelector<HTMLInputElement>('input[type=text]');
		if (input) {
			input.value = HARBOUR.url;
			input.dispatchEvent(new Event('input', { bubbles: true }));
		}
		await drawn('form button:enabled');
		document.querySelector<HTMLElement>('form button')?.click();
		await drawn('.subscribe .pack');
	}
	if (state === 'changed') {
		document.querySelector<HTMLElement>('summary')?.click();
		await drawn('.corrected');
	}
}

async function drawn(selector: string): Promise<void> {
	while (!document.querySelector(selector)) await new Promise(requestAnimationFrame);
}
