/** Where Sidelight may read, as the browser has it; asks the browser for more or gives it back. */
import { browser } from 'wxt/browser';
import type { AccessChoice, AccessProps } from '../../components/control/Access.tsx';
import { siteOf, sitePattern } from '../../lib/settings/index.ts';

const ALL = '*://*/*';

/**
 * `draw` is called whenever something changed.
 * @param first what counts as chosen where nothing is granted
 */
export async function watchAccess(first: 'click' | null, draw: () => void): Promise<() => AccessProps> {
	let granted: string[] = [];
	/** Asked for, before a first site is named. */
	let wanted: AccessChoice | null = first;
	let refused = false;

	async function read(): Promise<void> {
		const { origins = [] } = await browser.permissions.getAll();
		granted = origins.filter((origin) => /^(\*|https?):/.test(origin));
	}
	const again = () => void read().then(draw);
	browser.permissions.onAdded.addListener(again);
	browser.permissions.onRemoved.addListener(again);
	await read();

	const all = () => granted.includes(ALL) || granted.includes('<all_urls>');
	const sites = () => granted.flatMap((pattern) => siteOf(pattern) ?? []);
	const held = (): AccessChoice | null => (all() ? 'all' : sites().length > 0 ? 'sites' : wanted);

	async function ask(origins: string[]): Promise<void> {
		refused = !(await browser.permissions.request({ origins }).catch(() => false));
		await read();
		draw();
	}
	async function giveBack(origins: string[]): Promise<void> {
		refused = false;
		// A build whose sites are required, as in tests, cannot give them back.
		if (origins.length > 0) await browser.permissions.remove({ origins }).catch(() => false);
		await read();
		draw();
	}

	return () => ({
		access: held(),
		sites: sites(),
		refused,
		onAccess(choice) {
			wanted = choice === 'all' ? wanted : choice;
			if (choice === 'all') void ask([ALL]);
			else void giveBack(choice === 'click' ? granted : granted.filter((pattern) => !siteOf(pattern)));
		},
		onAdd(typed) {
			const pattern = sitePattern(typed);
			if (pattern !== null) void ask([pattern]);
			return pattern !== null;
		},
		onRemove: (site) => void giveBack(granted.filter((pattern) => siteOf(pattern) === site)),
	});
}
