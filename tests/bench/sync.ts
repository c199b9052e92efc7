/**
 * `npm run bench -- sync [1000,10000,100000] [chromium,firefox]`: first install and an update of 1 % of the records, story
 * by story and scattered, from an https host into the real build; look-ups asked all the while from a page, and before
 * any run, to compare with.
 */
import { buildPack } from '../../lib/author/index.ts';
import { makeKey, signPack, signRoot } from '../../lib/author/sign.ts';
import type { PackState } from '../../lib/messages/packs.ts';
import type { Kind } from '../../tools/browser/find.ts';
import { serveHttps } from '../../tools/browser/https.ts';
import { askBackground, launch, openOwn, type Running } from '../../tools/browser/launch.ts';
import { ensureBuilt } from '../../tools/read/built.ts';
import { pause, subscribeTo, syncNow } from '../browser/support/subscriber.ts';
import { type Bar, bar, report } from './support/report.ts';
import { editsOf, largePack } from './sync/large.ts';
import { inWords, type LookUps, lookUp, type Sample, summed } from './sync/look-ups.ts';

const ENTITIES = 30_000;
/** A reader rests on a name now and then, not always, ms. */
const REST = 100;
const PACK = 'b'.repeat(32);
const ABOUT = {
	id: PACK,
	slug: 'large',
	title: { en: 'Large', 'zh-Hans': '大' },
	license: 'CC0-1.0',
	langs: ['en' as const],
	glossary: [],
};
const iso = (ms: number) => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');

interface Figures {
	seconds: number;
	bytes: number;
	requests: number;
	lookUps: LookUps;
	/** null: Firefox does not tell. */
	memoryMB: number | null;
}

export default async function sync(args: string[]): Promise<void> {
	ensureBuilt();
	const sizes = (args[0] ?? '1000,10000').split(',').map(Number);
	const kinds = (args[1] ?? 'chromium').split(',') as Kind[];
	const bars: Bar[] = [];
	const figures: Record<string, unknown> = {};
	for (const claims of sizes) {
		const host = await hosted(claims);
		for (const kind of kinds) {
			const { quiet, ...got } = await measure(kind, host);
			figures[`${kind} ${claims}`] = { quiet, ...got };
			console.log(`\n${kind}, ${claims} claims, ${ENTITIES} entities. Look-ups, median / p95 / slowest, ms:`);
			console.log(`  no sync running: ${inWords(quiet)}`);
			for (const [what, { lookUps, ...one }] of Object.entries(got)) {
				console.log(`  ${what}: ${inWords(lookUps)}; ${JSON.stringify(one)}`);
				const p95 = Math.max(lookUps.names.p95, lookUps.card.p95);
				bars.push(bar(`${kind} ${claims}: look-up p95 during ${what}, ms`, p95, '≤', 20));
				if (one.memoryMB !== null)
					bars.push(bar(`${kind} ${claims}: memory during ${what}, MB`, one.memoryMB, '≤', 200));
			}
			const { first, stories, scattered } = got;
			if (claims === 100_000) bars.push(bar(`${kind}: 100 k claims installed, s`, first.seconds, '≤', 60));
			bars.push(
				bar(`${kind} ${claims}: 1 % by story moves, %`, (100 * stories.bytes) / first.bytes, '≤', 12),
			);
			bars.push(
				bar(`${kind} ${claims}: 1 % scattered moves, %`, (100 * scattered.bytes) / first.bytes, '≤', 5),
			);
		}
		await host.close();
	}
	report('sync', figures, bars);
}

async function hosted(claims: number) {
	const files = new Map<string, Uint8Array>();
	const key = await makeKey();
	files.set(
		'roots/1.json',
		await signRoot({ packId: PACK, version: 1, threshold: 1 }, [key.publicKey], [key]),
	);
	let shards = new Map<string, Uint8Array>();
	let seq = 0;
	const publish = async (edited: Set<number>) => {
		const built = await buildPack({ pack: ABOUT, records: largePack(claims, ENTITIES, edited) });
		const now = Date.now();
		const numbers = { rootVersion: 1, seq: ++seq, issued: iso(now), expires: iso(now + 30 * 86_400_000) };
		const signed = await signPack(built, numbers, [key], shards);
		for (const [hash, bytes] of built.shards) files.set(`shards/${hash}.json`, bytes);
		for (const [hash, bytes] of signed.patches) files.set(`patches/${hash}.json`, bytes);
		files.set('pack.json', signed.envelope);
		shards = built.shards;
		return seq;
	};
	const server = await serveHttps((request, response) => {
		const bytes = files.get((request.url ?? '/').slice('/large/'.length));
		response.writeHead(bytes ? 200 : 404, { 'access-control-allow-origin': '*' }).end(bytes);
	});
	const reset = () => {
		seq = 0;
		shards = new Map();
	};
	return { claims, publish, reset, url: `${server.origin}/large/`, close: server.close };
}

async function measure(kind: Kind, { claims, publish, reset, url }: Awaited<ReturnType<typeof hosted>>) {
	reset();
	await publish(new Set());
	const running = await launch({ kind, packHost: true });
	try {
		const own = await openOwn(running, '/popup.html');
		const heap = await heapOf(running);
		// The first look-up of a life loads dictionaries, sync or none.
		for (let i = 0; i < 10; i++) await lookUp(own);
		const idle: Sample[] = [];
		for (let i = 0; i < 50; i++) {
			idle.push(await lookUp(own));
			await pause(REST);
		}
		const run = async (begin: () => Promise<void>, seq: number): Promise<Figures> => {
			const samples: Sample[] = [];
			const started = performance.now();
			let memory = 0;
			await begin();
			for (;;) {
				samples.push(await lookUp(own));
				if (samples.length % 5 === 0) memory = Math.max(memory, await heap());
				const state = samples.length % 5 === 0 ? await stateOf(own) : null;
				if (state?.error) throw new Error(state.error.code);
				// The counts of a run are written after its flip, with the time of the next.
				if (state?.manifest?.seq === seq && state.due > Date.now()) {
					return {
						seconds: Math.round(performance.now() - started) / 1000,
						bytes: state.moved?.lastBytes ?? 0,
						requests: state.moved?.lastRequests ?? 0,
						lookUps: summed(samples),
						memoryMB: kind === 'firefox' ? null : memory,
					};
				}
				await pause(REST);
			}
		};
		const first = await run(() => subscribeTo(own, url), 1);
		const again = async (how: 'stories' | 'scattered') => {
			const seq = await publish(editsOf(claims, how));
			// The counts of the run before must be written first.
			await pause(500);
			return run(() => syncNow(own), seq);
		};
		return {
			quiet: summed(idle),
			first,
			stories: await again('stories'),
			scattered: await again('scattered'),
		};
	} finally {
		await running.close();
	}
}

async function stateOf(own: Awaited<ReturnType<typeof openOwn>>): Promise<PackState | undefined> {
	const { packs } = (await askBackground(own, { type: 'packs-list' })) as { packs: PackState[] };
	return packs.find(({ pack }) => pack === PACK);
}

/** JS heap of the worker with its buffers, MB; Firefox does not tell. */
async function heapOf({ browser, kind }: Running): Promise<() => Promise<number>> {
	const worker = browser.targets().find((target) => target.type() === 'service_worker');
	if (kind === 'firefox' || !worker) return async () => 0;
	const session = await worker.createCDPSession();
	return async () => {
		const { usedSize, embedderHeapUsedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
		return Math.round((usedSize + embedderHeapUsedSize + backingStorageSize) / 1e5) / 10;
	};
}
