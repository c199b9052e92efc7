/** Both stock browsers, each started once a test file. */
import { afterAll, beforeAll, describe } from 'vitest';
import { type Kind, needBrowser } from '../../../tools/browser/find.ts';
import { type LaunchOptions, launch, type Running } from '../../../tools/browser/launch.ts';

/** Runs `tests` in Chromium and in Firefox; `running()` is the browser with the built extension in it. */
export function inBothBrowsers(
	name: string,
	tests: (running: () => Running, kind: Kind) => void,
	options: Partial<LaunchOptions> = {},
): void {
	describe.each<Kind>(['chromium', 'firefox'])(`${name} (%s)`, (kind) => {
		let running: Running;
		beforeAll(async () => {
			needBrowser(kind);
			running = await launch({ kind, ...options });
		});
		afterAll(() => running?.close());
		tests(() => running, kind);
	});
}
