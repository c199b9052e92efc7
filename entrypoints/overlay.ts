/**
 * The script on other people's pages: connects lib/page with the background. Registered by the background itself, since
 * a declared content script would come with WXT's context, which pages can see and forge.
 */
import { browser } from 'wxt/browser';
import {
	ask,
	type Command,
	MESSAGE,
	PART,
	SCAN_PORT,
	type Scanned,
	type ScanReply,
	type ScanRequest,
} from '../lib/messages/page.ts';
import { startOverlay } from '../lib/page/index.ts';

const KEY = Symbol.for('sidelight.overlay');

/** As defineUnlistedScript would give it: that is code too. */
export default { main };

function main() {
	const world = globalThis as Record<symbol, AbortController | undefined>;
	// Injected twice, after an update or a new grant: the newer one takes over.
	world[KEY]?.abort();
	const controller = new AbortController();
	world[KEY] = controller;

	const send = (message: unknown) => browser.runtime.sendMessage(message);
	const askMode = () =>
		ask({ type: 'mode' }, send).then(
			(answer) => answer.mode,
			() => null,
		);
	const { scan, cut } = scanner(controller.signal);
	const overlay = startOverlay(
		window,
		{
			mode: askMode(),
			style: () => void ask({ type: 'style' }, send).catch(() => undefined),
			scan,
			strangers: async (texts) => (await ask({ type: 'strangers', texts }, send)).spans,
			events: (page) => ask({ type: 'events', page }, send),
			code: () =>
				ask({ type: 'card-code' }, send).catch((error) => {
					// The extension is gone, or another version is here: nobody would answer any more.
					if (!browser.runtime?.id) controller.abort();
					throw error;
				}),
		},
		controller.signal,
	);
	if (!overlay) return;
	/** A page that was kept while the reader was elsewhere heard nothing meanwhile, not even that its port is closed. */
	const back = async ({ isTrusted, persisted }: PageTransitionEvent) => {
		if (!isTrusted || !persisted) return;
		cut();
		const mode = await askMode();
		if (!mode) return;
		overlay.command({ type: 'mode', mode });
		overlay.command({ type: 'renewed' });
	};
	addEventListener('pageshow', back, { signal: controller.signal });
	browser.runtime.onMessage.addListener((command: Command, sender, answer) => {
		if (sender.id !== browser.runtime.id || controller.signal.aborted) return;
		if (command.type === 'stop') controller.abort();
		// Every frame hears of it; one answers.
		else if (overlay.answers(command)) answer(overlay.command(command));
	});
}

/** A Port that is open keeps the background awake; after so long without a request it is closed, ms. */
const IDLE = 2000;

/** Firefox copies bytes at once, and a text with other than Latin letters one by one. */
const packed = (parts: string[]) =>
	import.meta.env.FIREFOX ? new TextEncoder().encode(parts.join(PART)) : parts;

/** Scans over a Port that is opened when there is something to ask. `cut`: it is not there any more. */
function scanner(signal: AbortSignal): { scan(parts: string[]): Promise<Scanned>; cut(): void } {
	let port: ReturnType<typeof browser.runtime.connect> | null = null;
	let next = 0;
	const waiting = new Map<number, (reply: { found: Scanned } | { error: string }) => void>();
	let idle: ReturnType<typeof setTimeout> | undefined;
	const rest = () => {
		clearTimeout(idle);
		idle = setTimeout(() => {
			if (waiting.size > 0) return;
			port?.disconnect();
			port = null;
		}, IDLE);
	};
	const cut = () => {
		port = null;
		for (const settle of waiting.values()) settle({ error: '' });
		waiting.clear();
	};
	const connect = () => {
		const made = browser.runtime.connect({ name: SCAN_PORT });
		made.onMessage.addListener((reply: ScanReply) => {
			waiting.get(reply.id)?.(reply);
			waiting.delete(reply.id);
			if (waiting.size === 0) rest();
		});
		made.onDisconnect.addListener(cut);
		return made;
	};
	const once = (parts: readonly string[]) =>
		new Promise<Scanned>((done, failed) => {
			const id = next++;
			waiting.set(id, (reply) => ('error' in reply ? failed(new Error(reply.error)) : done(reply.found)));
			port ??= connect();
			for (let at = 0, end = 0; at < parts.length; at = end) {
				let size = 0;
				do size += (parts[end++] as string).length;
				while (size + (parts[end]?.length ?? MESSAGE) <= MESSAGE);
				const some = packed(parts.slice(at, end));
				port.postMessage({ id, parts: some, more: end < parts.length } satisfies ScanRequest);
			}
		});
	signal.addEventListener('abort', () => {
		clearTimeout(idle);
		port?.disconnect();
	});
	return {
		// A request that is cut off by a dying worker has no code, and is asked once more, of a new one.
		scan: (parts) =>
			once(parts).catch((error: Error) => (error.message ? Promise.reject(error) : once(parts))),
		cut,
	};
}
