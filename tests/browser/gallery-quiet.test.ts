/**
 * Proof of quiet: every page of the gallery, and the real pages where they lie beside the project, with Sidelight and
 * without. The document is the same but for the host, and the page hears nothing of it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, openOwn, type Running } from '../../tools/browser/launch.ts';
import type { Served } from '../../tools/browser/serve.ts';
import { inBothBrowsers } from './support/browsers.ts';
import { GALLERY, serveGallery } from './support/gallery.ts';
import { type Kind, type Visit, type Visitor, visit } from './support/visit.ts';

const REAL = '../shared/data/pages';
const real = existsSync(REAL) ? readdirSync(REAL).filter((name) => name.endsWith('.html.gz')) : [];

let served: Served;
beforeAll(async () => {
	served = await serveGallery();
});
afterAll(() => served.close());

/** Visits with Sidelight, at the most, of a page that is not the same each time by itself. */
const ATTEMPTS = 4;
/** And so many more without: a page that shifts by chance may have rested in all of those. */
const MORE = 8;

/** Addresses and console lines of the page's own name the moment, a place or a number drawn: these are no difference. */
const without = (text: string) => text.replace(/[?#]\S*/, '').replace(/[\da-f]*\d[\da-f]*/gi, '0');

type Difference = Partial<Record<keyof Visit, unknown>>;

/**
 * What of a visit is unlike all of those without Sidelight: another document, and requests, words and shifts beyond
 * theirs. How far a page shifts while it loads hangs on whether a missing picture is known before the first frame.
 */
function differences(seen: Visit, plains: readonly Visit[], { restless = false }: Kind): Difference {
	const found: Difference = {};
	const shifts = plains.map(({ shift }) => shift);
	if (seen.shift > Math.max(...shifts)) found.shift = [shifts, seen.shift];
	for (const key of restless ? [] : (['html', 'height'] as const))
		if (plains.every((plain) => plain[key] !== seen[key])) found[key] = [plains[0]?.[key], seen[key]];
	for (const key of ['said', 'asked'] as const) {
		const usual = new Set(plains.flatMap((plain) => plain[key].map(without)));
		const more = seen[key].filter((one) => !usual.has(without(one)));
		if (more.length > 0) found[key] = more;
	}
	return found;
}

/** What was different each time is held against Sidelight, unless visits without it differ among themselves there. */
async function prove(plain: Visitor, visitor: Visitor, url: string, kind: Kind): Promise<void> {
	const plains: Visit[] = [];
	let last: Visit | undefined;
	let held: [string, unknown][] | undefined;
	for (let i = 0; i < ATTEMPTS && held?.length !== 0; i++) {
		const [one, seen] = await Promise.all([visit(plain, url, kind), visit(visitor, url, kind)]);
		expect(seen.blocks > 0).toBe(kind.text ?? true);
		expect(seen.leaks).toEqual([]);
		expect(seen.html.includes(visitor.running.extensionId)).toBe(false);
		expect(seen.hosts).toBeLessThanOrEqual(1);
		expect(seen.card).toBe(kind.hover != null && seen.marks > 0);
		plains.push(one);
		last = seen;
		const before = held;
		held = Object.entries(differences(seen, plains, kind)).filter(
			([key]) => before?.some(([other]) => other === key) ?? true,
		);
	}
	for (let i = 0; i < MORE && last && held?.length; i++) {
		plains.push(await visit(plain, url, kind));
		const still = differences(last, plains, kind);
		held = held.filter(([key]) => key in still);
	}
	const own = plains.flatMap((one, at) =>
		plains.length > 1 ? Object.keys(differences(one, plains.toSpliced(at, 1), kind)) : [],
	);
	expect((held ?? []).filter(([key]) => !own.includes(key))).toEqual([]);
}

inBothBrowsers('proof of quiet', (running, kind) => {
	let plain: Running;
	let visitor: Visitor;
	let plainVisitor: Visitor;
	beforeAll(async () => {
		plain = await launch({ kind, extension: null });
		plainVisitor = { running: plain, own: null };
		visitor = { running: running(), own: await openOwn(running(), '/popup.html') };
	});
	afterAll(() => plain?.close());

	it.concurrent.each(GALLERY)('$file', async ({ file, hover = 0, restless = false }) => {
		const text = file.endsWith('.html');
		await prove(plainVisitor, visitor, `${served.origin}/${file}`, { hover, text, restless });
	});

	describe.runIf(real.length > 0)('real pages', () => {
		it.concurrent.each(real)('%s', async (name) => {
			const html = gunzipSync(readFileSync(join(REAL, name))).toString('utf8');
			await prove(plainVisitor, visitor, `http://page.example/${name}`, { html });
		});
	});
});

it('gives pages nothing to load from the extension', () => {
	for (const browser of ['chrome', 'firefox']) {
		const manifest = JSON.parse(readFileSync(`.output/${browser}/manifest.json`, 'utf8'));
		expect(manifest.web_accessible_resources ?? []).toEqual([]);
	}
});

if (real.length === 0) {
	it('the real pages are not beside this checkout: their proof of quiet has nothing to read', () => {
		expect(real).toEqual([]);
	});
}
