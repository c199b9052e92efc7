/** When packs are asked for: each hour whoever is due, each minute while a run is open; progress on the toolbar button. */
import { browser } from 'wxt/browser';
import { clock, lock } from '../../lib/packs/browser-ports.ts';
import { checkNow, type Outcome, type Ports, syncDue } from '../../lib/packs/index.ts';
import { awake } from './awake.ts';
import { packFetch } from './pack-fetch.ts';
import { renewed } from './renewed.ts';
import { packsOf, ready } from './store.ts';

const HOURLY = 'sync';
const RESUME = 'sync-resume';
/** Bytes a run may fetch where the reader pays for them. */
const METERED = 5 << 20;
/** Shorter runs are over before anybody reads a title, ms. */
const LONG = 2000;

/** How far the run of each pack is, 0 to 1. */
export const progress = new Map<string, number>();

export async function ports(): Promise<Ports> {
	const { store } = (await ready()).corpus;
	return { fetch: packFetch, clock, lock, store: packsOf(store) };
}

export function keepSyncing(): void {
	browser.alarms.onAlarm.addListener(({ name }) => {
		if (name === HOURLY || name === RESUME) void syncAll();
	});
	void setHourly();
}

/** Alarms may be lost with the browser's session. One that is set stays: set anew at each wake, it would wake us each minute. */
async function setHourly(): Promise<void> {
	if (await browser.alarms.get(HOURLY)) return;
	await browser.alarms.create(HOURLY, { periodInMinutes: 60, delayInMinutes: 1 });
}

let open: Promise<void> | null = null;
let again = false;

/** What is due; what becomes due while a run is open is asked for after it. */
export function syncAll(): Promise<void> {
	again = true;
	open ??= (async () => {
		try {
			while (again) {
				again = false;
				await syncOnce();
			}
		} finally {
			open = null;
		}
	})();
	return open;
}

/** Not where the reader has no line or asked to save data. */
async function syncOnce(): Promise<void> {
	const { saveData, type } = connection();
	if (!navigator.onLine || saveData) return;
	await during(async () => {
		await syncDue(await ports(), {
			...told,
			mostNow: type === 'cellular' ? METERED : Number.POSITIVE_INFINITY,
		});
	});
}

/** The reader asks. Throws PackError. */
export const check = (pack: string): Promise<Outcome> =>
	during(async () => checkNow(await ports(), pack, told));

const told = {
	progress(pack: string, at: number) {
		const before = progress.get(pack) ?? 0;
		progress.set(pack, at);
		if (Math.floor(at * 100) !== Math.floor(before * 100)) show(at);
	},
	onLive: () => renewed().catch((error) => console.warn('sidelight: renewing', error)),
};

/** While a run is open, a minute's alarm goes on with it should the worker die. */
async function during<T>(work: () => Promise<T>): Promise<T> {
	await browser.alarms.create(RESUME, { periodInMinutes: 1 });
	started = Date.now();
	try {
		return await awake(work);
	} catch (error) {
		console.warn('sidelight: sync', error);
		throw error;
	} finally {
		progress.clear();
		if (shown) void browser.action.setTitle({ title: '' });
		shown = false;
		if (!(await isOpen())) await browser.alarms.clear(RESUME);
	}
}

/** A run that was cut short and may go on at once. */
async function isOpen(): Promise<boolean> {
	const { store } = await ports();
	const now = clock.now();
	return (await store.subscriptions()).some(
		({ due, paused, url, failures }) => !paused && url && due <= now && !failures,
	);
}

let started = 0;
let shown = false;
function show(at: number): void {
	if (Date.now() - started < LONG) return;
	shown = true;
	void browser.action.setTitle({ title: `Sidelight ${Math.floor(at * 100)} %` });
}

/** Chromium on Android and desktop; others do not tell. */
function connection(): { saveData?: boolean; type?: string } {
	return (navigator as { connection?: { saveData?: boolean; type?: string } }).connection ?? {};
}
