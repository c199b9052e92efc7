/** SYNC's table of hostile content: a publisher whose signature is right and whose facts are a trap. */
import { describe, expect, it } from 'vitest';
import { json } from '../../../lib/author/build.ts';
import { build as buildNames, load } from '../../../lib/names/index.ts';
import { readManifest, readShard, sha256 } from '../../../lib/packs/index.ts';
import { looksLike } from '../../../lib/packs/look-alike.ts';
import { build, harbour } from '../../support/publisher/publisher.ts';

const PACK = '5d0c7a91e3f24b68a1970c4be82f63d5';
type Plain = Record<string, never>;

const plain = async (which: 'claims' | 'entities' | 'articles'): Promise<Record<string, Plain[]>> => {
	const { shards } = await build(harbour(1));
	const all = [...shards.values()].map((bytes) => JSON.parse(new TextDecoder().decode(bytes)));
	return all.find((shard) => shard[which]);
};
const read = async (bytes: Uint8Array) => readShard(bytes, await sha256(bytes), PACK);
const text = (value: string) => new TextEncoder().encode(value);

/** One shard with `change` made to its first record of a kind. */
async function changed(which: 'claims' | 'entities' | 'articles', change: (record: never) => void) {
	const shard = await plain(which);
	change(shard[which]?.[0] as never);
	return read(json(shard));
}
const refused = (work: Promise<unknown>) => expect(work).rejects.toMatchObject({ code: 'not-a-pack' });

describe('content', () => {
	it.each(['javascript:alert(1)', 'data:text/html,x', 'blob:https://a.example/1', 'http://a.example/'])(
		'`javascript:`, `data:`, `blob:`, `http:` links dropped (%s)',
		async (url) => {
			const shard = await changed('articles', (article: { url: string; archive: string }) => {
				article.url = url;
				article.archive = 'https://archive.example/1';
			});
			const got = shard.articles.find(({ archive }) => archive);
			expect(got).not.toHaveProperty('url');
			expect(got?.archive).toBe('https://archive.example/1');
			const entities = await changed('entities', (entity: { sameAs: string[] }) => {
				entity.sameAs = [url, 'https://a.example/'];
			});
			expect(entities.entities[0]?.sameAs).toEqual(['https://a.example/']);
		},
	);

	it('`__proto__`, `constructor`, `toString` as keys, ids and aliases', async () => {
		const shard = await changed('entities', (entity: { id: string; aliases: object[] }) => {
			entity.id = 'constructor';
			entity.aliases.push(
				{ text: 'toString', strength: 'strong' },
				{ text: '__proto__', strength: 'strong' },
			);
		});
		expect(shard.entities[0]?.id).toBe('constructor');
		const evil = text(
			JSON.stringify(await plain('entities')).replace(
				'"packId"',
				'"__proto__":{"polluted":1},"constructor":{},"packId"',
			),
		);
		expect(await read(evil)).not.toHaveProperty('polluted');
		expect({}).not.toHaveProperty('polluted');
		await refused(
			changed('entities', (entity: { id: string }) => {
				entity.id = '__proto__';
			}),
		);
	});

	it('vnode-shaped objects where text belongs', async () => {
		await refused(
			changed('entities', (entity: { name: object }) => {
				entity.name = { en: { type: 'script', props: {}, constructor: null }, 'zh-Hans': 'x' };
			}),
		);
	});

	it('depth 10⁶, 50 MB strings', async () => {
		await refused(read(text(`${'['.repeat(400_000)}${']'.repeat(400_000)}`)));
		await expect(read(new Uint8Array(50 << 20))).rejects.toMatchObject({ code: 'too-large' });
	});

	it('BOM, bad UTF-8, lone surrogates, `1e400`, 2⁵³+1', async () => {
		const good = JSON.stringify(await plain('claims'));
		await refused(read(text(`\ufeff${good}`)));
		const bad = text(good);
		bad[good.indexOf('ferry')] = 0xff;
		await refused(read(bad));
		for (const number of ['1e400', '9007199254740993', '-9007199254740993'])
			await refused(read(text(good.replace('"number":7', `"number":${number}`))));
		const lone = await read(text(good.replace('A ferry', '\\ud800 ferry')));
		expect(lone.claims[0]?.text.en.isWellFormed()).toBe(true);
	});

	it.each(['a', ' ', '\u200b\u200b\u200b', '。。'])(
		'aliases `a`, space, zero-width, 10⁵ alike, `aaaa…` (%j refused)',
		async (alias) => {
			await refused(
				changed('entities', (entity: { aliases: object[] }) => {
					entity.aliases = [{ text: alias, strength: 'strong' }];
				}),
			);
		},
	);

	it('aliases `a`, space, zero-width, 10⁵ alike, `aaaa…` (many)', async () => {
		await refused(
			changed('entities', (entity: { aliases: object[] }) => {
				entity.aliases = Array.from({ length: 65 }, () => ({ text: 'alike', strength: 'strong' }));
			}),
		);
		await refused(
			changed('entities', (entity: { aliases: object[] }) => {
				entity.aliases = [{ text: 'a'.repeat(129), strength: 'strong' }];
			}),
		);
	});

	it('`(a+)+$` is literal', async () => {
		const index = load(await buildNames([{ text: '(a+)+$', entity: 0, strength: 'strong' }]));
		const text = `${'a'.repeat(50_000)}! It was written (a+)+$ there.`;
		const started = performance.now();
		const hits = index.scan(text);
		expect(performance.now() - started).toBeLessThan(1000);
		expect(hits.length).toBe(3);
		expect(text.slice(hits[0], hits[1])).toBe('(a+)+$');
	});

	it('bidi overrides isolated, zero-width and tag characters stripped, ≤ 8 marks a base', async () => {
		const shard = await changed('claims', (claim: { text: { en: string } }) => {
			claim.text.en = `a\u202Eevil\u2066\u200B\u{E0041}\u00AD b${'\u0301'.repeat(40)}`;
		});
		expect(shard.claims[0]?.text.en).toBe(`aevil b${'\u0301'.repeat(8)}`);
	});

	it('homoglyph of another pack’s name → noted', () => {
		expect(looksLike('Harbour tаlks', 'Harbour talks')).toBe(true);
		expect(looksLike('HARB0UR TALKS', 'Harbour talks')).toBe(true);
		expect(looksLike('Harbour talks', 'Harbour walks')).toBe(false);
	});

	it('claims without a source dropped', async () => {
		const shard = await changed('claims', (claim: { reports: object[] }) => {
			claim.reports = [];
		});
		expect(shard.claims).toEqual([]);
	});

	it.each(['1000000', '-1000000', 'NaN', '', null, 2021])('years ±10⁶, NaN (%j)', async (year) => {
		await refused(
			changed('articles', (article: { published: unknown }) => {
				article.published = year;
			}),
		);
	});

	it.each(['../../x', 'x'.repeat(1_000_00), `${'f'.repeat(32)}/port-vale`])(
		'ids `../../x`, 1 MB, another pack’s (%#)',
		async (id) => {
			await refused(
				changed('entities', (entity: { id: string }) => {
					entity.id = id;
				}),
			);
		},
	);

	it('a shard of another pack is refused', async () => {
		const shard = { ...(await plain('claims')), packId: 'f'.repeat(32) };
		await refused(read(json(shard)));
	});

	it('image and favicon fields ignored, no remote load ever', async () => {
		const shard = await changed('entities', (entity: Record<string, unknown>) => {
			entity.image = 'https://spy.example/pixel.png';
			entity.favicon = 'https://spy.example/favicon.ico';
			(entity.name as Record<string, unknown>).icon = 'https://spy.example/';
		});
		expect(JSON.stringify(shard)).not.toContain('spy.example');
	});

	it('markup stays the text it is', async () => {
		const markup = '<img src=x onerror=alert(1)>&lt;b&gt;';
		const shard = await changed('claims', (claim: { text: { en: string } }) => {
			claim.text.en = markup;
		});
		expect(shard.claims[0]?.text.en).toBe(markup);
	});

	it('a manifest is held to the same', async () => {
		const { manifest } = await build(harbour(1));
		const data = JSON.parse(new TextDecoder().decode(manifest));
		const bytes = json({ ...data, homepage: 'javascript:alert(1)', icon: 'https://spy.example/' });
		const got = await readManifest(bytes, await sha256(bytes));
		expect(got.homepage).toBeUndefined();
		expect(JSON.stringify(got)).not.toContain('spy.example');
	});
});
