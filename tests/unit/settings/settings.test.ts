import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	type Area,
	changeSettings,
	exportSettings,
	FOREVER,
	importSettings,
	LOOKS,
	modeOf,
	quietOn,
	readSettings,
	type SettingsError,
	SHOWS,
	settingsChange,
	siteOf,
	sitePattern,
	typedHost,
	withItem,
} from '../../../lib/settings/index.ts';

/** Storage that answers late, as the browser's does. */
function area(stored: Record<string, unknown> = {}): Area {
	return {
		get: async (key) => structuredClone({ [key]: stored[key] }),
		set: async (items) => {
			await new Promise((resume) => setTimeout(resume, 1));
			Object.assign(stored, structuredClone(items));
		},
	};
}

const codeOf = (text: string): [string, string] => {
	try {
		importSettings(text);
		return ['none', ''];
	} catch (error) {
		const { code, at } = error as SettingsError;
		return [code, at];
	}
};

test('what is damaged is a default, the rest stays', async () => {
	const read = await readSettings(
		area({ settings: { look: 'nonsense', show: 'every', off: 'x', hidden: ['a'] } }),
	);
	expect(read).toMatchObject({ look: 'marks', show: 'every', off: [], hidden: ['a'], badge: true });
	expect(await readSettings(area({ settings: 7 }))).toMatchObject({ look: 'marks' });
});

test('two changes at once are both kept', async () => {
	const at = area();
	await Promise.all([
		changeSettings(at, ({ off }) => ({ off: withItem(off, 'a.org', true) })),
		changeSettings(at, ({ off }) => ({ off: withItem(off, 'b.org', true) })),
		changeSettings(at, { badge: false }),
	]);
	expect(await readSettings(at)).toMatchObject({ off: ['a.org', 'b.org'], badge: false });
});

test('a change is told with what was before; removed settings are the defaults', () => {
	const change = settingsChange({ settings: { oldValue: { look: 'key' } } }, 'local');
	expect([change?.before.look, change?.after.look]).toEqual(['key', 'marks']);
	expect(settingsChange({ other: {} }, 'local')).toBeNull();
	expect(settingsChange({ settings: {} }, 'sync')).toBeNull();
});

describe('modes', () => {
	test('only two draw on the page, and the panel opens nothing there', () => {
		const drawn = LOOKS.filter((look) => modeOf({ look, show: 'once' }).marks);
		expect(drawn).toEqual(['marks', 'key']);
		expect(modeOf({ look: 'panel', show: 'events' })).toEqual({ show: 'events', open: 'none', marks: false });
		expect(SHOWS).toEqual(['once', 'every', 'events']);
	});

	test('a pause ends by itself, an open one does not', () => {
		const quiet = (paused: number, now: number) => quietOn({ off: ['off.org'], paused }, 'on.org', now);
		expect([quiet(0, 5), quiet(10, 5), quiet(10, 15), quiet(FOREVER, Date.now())]).toEqual([
			false,
			true,
			false,
			true,
		]);
		expect(quietOn({ off: ['off.org'], paused: 0 }, 'off.org')).toBe(true);
	});
});

describe('sites', () => {
	test.each([
		['bbc.com', '*://*.bbc.com/*', 'bbc.com'],
		['https://www.bbc.com/news?x=1', '*://*.bbc.com/*', 'bbc.com'],
		[' 例え.jp ', '*://*.xn--r8jz45g.jp/*', 'xn--r8jz45g.jp'],
		['http://127.0.0.1:8080/', '*://127.0.0.1/*', '127.0.0.1'],
		['localhost', '*://*.localhost/*', 'localhost'],
	])('%s is %s', (typed, pattern, site) => {
		expect(sitePattern(typed)).toBe(pattern);
		expect(siteOf(pattern)).toBe(site);
	});

	test.each(['', '*', 'not a site', 'file:///etc/passwd', 'chrome://settings', '*://*/*', 'a@b', 'word'])(
		'%j is none',
		(typed) => {
			expect(sitePattern(typed)).toBeNull();
			expect(typedHost(typed)).toBeNull();
		},
	);

	test('all sites are no site of their own', () => {
		expect([siteOf('*://*/*'), siteOf('<all_urls>')]).toEqual([null, null]);
	});
});

describe('the file', () => {
	const settings = fc.record({
		reader: fc.constantFrom('auto', 'en', 'zh-Hant-HK'),
		look: fc.constantFrom(...LOOKS),
		show: fc.constantFrom(...SHOWS),
		badge: fc.boolean(),
		off: fc.array(fc.domain(), { maxLength: 5 }).map((list) => list.map((host) => host.toLowerCase())),
		hidden: fc.array(fc.stringMatching(/^[a-z0-9]{1,8}\/[a-z-]{1,8}$/), { maxLength: 5 }),
	});

	test('brings back what was taken out, and nothing of this machine', () => {
		fc.assert(
			fc.property(settings, (given) => {
				const all = { ...given, paused: FOREVER, repaired: 'x' } as Parameters<typeof exportSettings>[0];
				expect(importSettings(exportSettings(all))).toEqual(given);
			}),
			{ numRuns: 50 },
		);
	});

	test('that does not fit says why, and where', () => {
		const good = { reader: 'en', look: 'marks', show: 'once', badge: true, off: [], hidden: [] };
		const file = (change: object, version = 1) =>
			JSON.stringify({ sidelight: 'settings', version, settings: { ...good, ...change } });
		expect(codeOf(file({}))).toEqual(['none', '']);
		expect(codeOf(`\ufeff${file({})}`)).toEqual(['none', '']);
		expect(codeOf('{')).toEqual(['settings-not-json', '']);
		expect(codeOf('null')).toEqual(['settings-not-ours', '']);
		expect(codeOf('x'.repeat(5_000_000))).toEqual(['settings-not-ours', '']);
		expect(codeOf(file({}, 2))).toEqual(['settings-newer', '']);
		expect(codeOf(file({ look: 'loud' }))).toEqual(['settings-invalid', 'look']);
		expect(codeOf(file({ off: ['a.org', '*/*'] }))).toEqual(['settings-invalid', 'off.1']);
		expect(codeOf(file({ extra: 1 }))).toEqual(['settings-invalid', 'extra']);
	});
});
