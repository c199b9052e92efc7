/** The index through a pack's life: updated, damaged, killed, taken away; and read a little at a time. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { indexLive, openCorpus, packStore, SearchDamaged, Store } from '../../../../lib/corpus/index.ts';
import { harbour } from '../../../support/publisher/publisher.ts';
import { find, found, install, ownPack, read, storeWith } from '../support/installed.ts';

const OTHER = harbour(1)
	.replaceAll('5d0c7a91e3f24b68a1970c4be82f63d5', 'a'.repeat(32))
	.replaceAll('Port Vale', 'Port Valley');
/** Everything search keeps, to be compared. */
const kept = async (store: Store) => ({
	parts: (await store.parts.toArray()).map(({ h, sum }) => [h, sum]),
	search: (await store.search.toArray()).map(({ hash, name, sum, bytes }) => [hash, name, sum, bytes.length]),
});

describe('an update', () => {
	it('finds what is new and no more what was withdrawn, and leaves no rows behind', async () => {
		const store = await storeWith(read([harbour(1)]));
		expect((await found(store, 'ferry')).events).toEqual(['Harbour meeting']);
		await install(store, read([harbour(2).replaceAll('ferry will', 'tram will')]));
		expect((await found(store, 'tram')).events).toEqual(['Harbour meeting']);
		expect((await found(store, 'ferry')).events).toEqual([]);
		const heads = await store.heads.toArray();
		for (const head of heads) await store.heads.put({ ...head, previous: null });
		await packStore(store).clean(Date.now());
		const fresh = await storeWith(read([harbour(2).replaceAll('ferry will', 'tram will')]));
		expect(await kept(store)).toEqual(await kept(fresh));
	});

	it('taken back is searched at once as before', async () => {
		const store = await storeWith(read([harbour(1)]));
		const pack = (await store.heads.toCollection().first())?.pack as string;
		await install(store, read([harbour(2).replaceAll('ferry will', 'tram will')]));
		await packStore(store).undo(pack, Date.now());
		expect((await found(store, 'ferry')).events).toEqual(['Harbour meeting']);
		expect((await found(store, 'tram')).events).toEqual([]);
	});
});

describe('two packs', () => {
	it('that name a place otherwise are both found, each by its own name', async () => {
		const store = await storeWith(read([harbour(1)]), read([OTHER]));
		expect((await found(store, 'port val')).entities.sort()).toEqual(['Port Vale', 'Port Valley']);
		expect((await found(store, 'valley')).entities).toEqual(['Port Valley']);
		const { entities } = await find(store, '维尔港');
		expect(new Set(entities.map(({ id }) => id.split('/')[0])).size).toBe(2);
	});

	it('of which one has lost its index: only that one is built anew', async () => {
		const store = await storeWith(read([harbour(1)]), read([OTHER]));
		const other = 'a'.repeat(32);
		await store.search.filter(({ pack, name }) => pack === other && name.startsWith('vocabulary')).delete();
		await expect(found(store, 'valley')).rejects.toThrow(SearchDamaged);
		const written = new Set<string>();
		const note = (_: unknown, row: { pack: string }) => void written.add(row.pack);
		store.search.hook('creating', note);
		await indexLive(store, { anew: true });
		expect([...written]).toEqual([other]);
		expect((await found(store, 'valley')).entities).toEqual(['Port Valley']);
		expect((await found(store, 'port val')).entities.sort()).toEqual(['Port Vale', 'Port Valley']);
	});

	it('one taken away: only the other is found, and nothing of it stays', async () => {
		const store = await storeWith(read([harbour(1)]), read([OTHER]));
		await packStore(store).unsubscribe('a'.repeat(32));
		expect((await found(store, 'port val')).entities).toEqual(['Port Vale']);
		await packStore(store).clean(Date.now());
		expect(await kept(store)).toEqual(await kept(await storeWith(read([harbour(1)]))));
	});
});

describe('an empty store', () => {
	it('finds nothing', async () => {
		expect(await found(await storeWith(), 'putin')).toEqual({ entities: [], events: [] });
	});
});

describe('damage', () => {
	const break_ = (what: string, act: (store: Store) => Promise<unknown>) =>
		it(`${what}: search says so, and is as before once built anew`, async () => {
			const source = ownPack();
			const before = await storeWith(source);
			const wanted = await found(before, 'putin');
			const store = await storeWith(source);
			await act(store);
			await expect(found(store, 'putin')).rejects.toThrow(SearchDamaged);
			await indexLive(store, { anew: true });
			expect(await found(store, 'putin')).toEqual(wanted);
			expect(await kept(store)).toEqual(await kept(before));
		}, 30_000);

	break_('all of the index lost', (store) => store.search.clear());
	break_('the index and what it is made of lost', async (store) => {
		await store.search.clear();
		await store.parts.clear();
	});
	break_('a bit of the dictionary wrong', (store) =>
		store.search
			.filter(({ name }) => name === 'vocabulary')
			.modify((row) => {
				const bytes = row.bytes?.slice();
				if (bytes) bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] as number) ^ 1;
				row.bytes = bytes;
			}),
	);
	break_('postings gone', (store) => store.search.filter(({ name }) => name.startsWith('post/')).delete());
	it('of what finds Chinese words: a search for one says so, and is as before once built anew', async () => {
		const store = await storeWith(ownPack());
		const wanted = await found(store, '普京');
		expect(wanted.entities[0]).toBe('Vladimir Putin');
		for (const act of [
			() => store.search.filter(({ name }) => name.startsWith('pairs/')).delete(),
			() =>
				store.search
					.filter(({ name }) => name.startsWith('pairs/'))
					.modify((row) => {
						row.bytes = row.bytes.map((byte, at) => (at === row.bytes.length >> 1 ? byte ^ 1 : byte));
					}),
		]) {
			await act();
			// A page that has read nothing yet.
			const fresh = new Store(store.name);
			await expect(found(fresh, '普京')).rejects.toThrow(SearchDamaged);
			fresh.close();
			await indexLive(store, { anew: true });
			expect(await found(store, '普京')).toEqual(wanted);
		}
	}, 30_000);
	break_('postings and what they are made of wrong', async (store) => {
		const wrong = (row: { terms?: Uint8Array<ArrayBuffer>; bytes?: Uint8Array<ArrayBuffer> }) => {
			const bytes = (row.terms ?? row.bytes)?.slice();
			bytes?.fill(0xff, 10, 40);
			if (row.terms) row.terms = bytes as Uint8Array<ArrayBuffer>;
			else row.bytes = bytes;
		};
		await store.parts.toCollection().modify(wrong);
		await store.search.filter(({ name }) => name.startsWith('post/')).modify(wrong);
	});
});

describe('killed while it is built', () => {
	it('at any write: never half an index, and whole the next time', async () => {
		const source = read([harbour(1)]);
		const whole = await kept(await storeWith(source));
		for (let nth = 1, killed = true; killed; nth++) {
			const store = await storeWith(source);
			await store.search.clear();
			await store.parts.clear();
			let writes = 0;
			killed = false;
			const kill = () => {
				if (++writes !== nth) return;
				killed = true;
				throw new Error('killed');
			};
			store.search.hook('creating', kill);
			store.parts.hook('creating', kill);
			await indexLive(store).catch(() => undefined);
			store.search.hook('creating').unsubscribe(kill);
			store.parts.hook('creating').unsubscribe(kill);
			if (killed) await expect(found(store, 'vale')).rejects.toThrow(SearchDamaged);
			await indexLive(store);
			expect(await kept(store), `killed at write ${nth}`).toEqual(whole);
			expect((await found(store, 'vale')).entities).toContain('Port Vale');
		}
	});

	it('a page that has the index open goes on with the new version', async () => {
		const store = await storeWith(read([harbour(1)]));
		await found(store, 'vale');
		await install(store, read([harbour(2)]));
		expect((await openCorpus(store)).heads.size).toBe(1);
		expect((await found(store, 'vale')).entities).toContain('Port Vale');
	});
});
