/** Long work of the background. */
import { browser } from 'wxt/browser';

/** Browsers end a background after 30 s in which it called no extension API, whatever it is doing. */
export async function awake<T>(work: () => Promise<T>): Promise<T> {
	const calls = setInterval(() => void browser.runtime.getPlatformInfo(), 20_000);
	try {
		return await work();
	} finally {
		clearInterval(calls);
	}
}
