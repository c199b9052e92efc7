/** The background on a full disk. To make one takes root: so one function of the browser's refuses, from its start on. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openOwn, type Running } from '../../../tools/browser/launch.ts';
import { answerTo } from './own.ts';

/** What Chromium says on a full disk, as a tmpfs filled under its profile made it say. Firefox says QuotaExceededError. */
export const FULL =
	'IO error: .../MANIFEST-000001: FILE_ERROR_NO_SPACE (ChromeMethodBFE: 3::WritableFileAppend::8)';

/** For `restart`: local storage refuses to `get` or to `set` what has this key, until `room` is kept in it. */
export const refusing = (how: 'get' | 'set', key: string): string => `
	for (const api of [globalThis.chrome, globalThis.browser]) {
		const local = api?.storage?.local;
		const { get, ${how}: real } = local ?? {};
		if (real) local.${how} = async (given) => {
			if ((given === '${key}' || given['${key}']) && !(await get.call(local, 'room')).room)
				throw new Error('${FULL}');
			return real.call(local, given);
		};
	}`;

/** For `restart`: the database refuses to be written. */
export const UNWRITABLE = `
	for (const how of ['add', 'put']) IDBObjectStore.prototype[how] = () => {
		throw new DOMException('full', 'QuotaExceededError');
	};`;

/** Ends the background by an update; the next one runs `first` before all else, and `change` was made to its folder. */
export async function restart(
	running: Running,
	first = '',
	change: (folder: string) => void = () => undefined,
): Promise<unknown> {
	await running.update((folder) => {
		const built = join('.output', running.kind === 'chromium' ? 'chrome' : 'firefox', 'background.js');
		writeFileSync(join(folder, 'background.js'), `${first}\n${readFileSync(built, 'utf8')}`);
		change(folder);
	});
	const own = await openOwn(running, '/options.html');
	try {
		return await answerTo(own, { type: 'ready' });
	} finally {
		await own.close();
	}
}
