/**
 * `npm run bench -- scale [readers] [days]`: what ten million names and a million readers cost a publisher who has nothing
 * but a static host: packs are built and weighed, readers simulated by the client's own schedule. docs/scale.md has the tables.
 */
import { LIMITS } from '../../lib/packs/index.ts';
import { manifestOf, splits, weigh } from './scale/layout.ts';
import { type Plan, seeded, simulate } from './scale/readers.ts';
import { type Bar, bar, report } from './support/report.ts';

const NAMES = 10_000_000;
const EDGES = 300;

const kb = (bytes: number) => (bytes < 10_000 ? (bytes / 1000).toFixed(1) : (bytes / 1000).toFixed(0));
const table = (rows: (string | number)[][]) => {
	const wide = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => String(row[at]).length)));
	for (const row of rows)
		console.log(`| ${row.map((cell, at) => String(cell).padEnd(wide[at] ?? 0)).join(' | ')} |`);
	console.log('');
};

export default async function scale([readers = '1000000', days = '7']: string[]): Promise<void> {
	const weights = await weigh();
	console.log('\nbytes of a name, a claim, a shard, a shard on the wire, a patch for a story on the wire');
	console.log(Object.values(weights).map(Math.round).join(', '), '\n');

	const manifests = new Map<number, Awaited<ReturnType<typeof manifestOf>>>();
	for (const shards of [50, 200, LIMITS.shards]) manifests.set(shards, await manifestOf(shards));
	table([
		['shards', 'pack.json, kB', 'on the wire, kB', 'a tenth patched, kB'],
		...(await Promise.all(
			[...manifests].map(async ([shards, { bytes, wire }]) => {
				const patched = await manifestOf(shards, Math.round(shards / 10));
				return [shards, kb(bytes), kb(wire), kb(patched.wire)];
			}),
		)),
	]);

	const layouts = splits(NAMES, [0, 4, 5, 6, 7, 8], weights);
	table([
		['packs', 'names in the fullest', 'MB', 'shards', 'limit broken'],
		...layouts.map(({ packs, most, megabytes, shards, breaks }) => [
			packs,
			most,
			megabytes.toFixed(1),
			shards,
			breaks || '–',
		]),
	]);

	const wire = (shards: number) => ({
		manifest: manifests.get(shards)?.wire ?? 0,
		shard: weights.shardWire,
		patch: weights.patchWire,
	});
	const plan = (name: string, some: Partial<Plan> & Pick<Plan, 'shards'>): [string, Plan] => [
		name,
		{
			readers: Number(readers),
			days: Number(days),
			updatesADay: 1,
			changed: Math.ceil(some.shards / 100),
			edges: EDGES,
			edgeAge: 300,
			etag: true,
			bytes: wire(some.shards),
			...some,
		},
	];
	const full = LIMITS.shards;
	const outcomes = [
		plan('1,024 shards, no update', { shards: full, updatesADay: 0 }),
		plan('1,024 shards, one update a day', { shards: full }),
		plan('the same, every 72 hours', { shards: full, check: 72 }),
		plan('the same, edges ask each time', { shards: full, edgeAge: 0 }),
		plan('the same, a host without our ETag', { shards: full, etag: false }),
		plan('1,024 shards, 24 updates a day', { shards: full, updatesADay: 24 }),
		plan('50 shards, one update a day', { shards: 50 }),
		plan('50 shards, 24 updates a day', { shards: 50, updatesADay: 24 }),
	].map(([name, one]) => ({ name, ...simulate(one, seeded(7)) }));
	table([
		['pack', 'requests', 'kB', 'checks a second (most)', 'edge hits', 'host a day', 'TB a day'],
		...outcomes.map((one) => [
			one.name,
			one.requests.toFixed(2),
			kb(one.bytes),
			`${one.checksASecond.toFixed(1)} (${one.mostChecksASecond.toFixed(1)})`,
			one.hits.toFixed(4),
			Math.round(one.originADay),
			((one.bytes * Number(readers)) / 1e12).toFixed(3),
		]),
	]);

	const [first, daily] = outcomes;
	const bars: Bar[] = [
		bar('an unchanged pack: requests a reader and day', first?.requests ?? 9, '≤', 1.1),
		bar('one update of 1 % a day: requests a reader and day', daily?.requests ?? 99, '≤', 14),
		bar('the same: share that the edges answer', daily?.hits ?? 0, '≥', 0.97),
		bar('fullest of 64 packs, names', layouts.find(({ packs }) => packs === 64)?.most ?? 1e9, '≤', 200_000),
	];
	report('scale', { weights, layouts, outcomes }, bars);
}
