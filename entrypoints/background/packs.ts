/** Answers our own pages' questions about packs. */
import * as v from 'valibot';
import { type Browser, browser } from 'wxt/browser';
import {
	isPackRequest,
	type PackAnswers,
	type PackLook,
	PackRequest,
	type PackState,
} from '../../lib/messages/packs.ts';
import {
	codeOf,
	type Head,
	LIMITS,
	lookAt,
	PackError,
	type Subscription,
	subscribe,
} from '../../lib/packs/index.ts';
import { looksLike } from '../../lib/packs/look-alike.ts';
import { renewed } from './renewed.ts';
import { noRoom } from './store.ts';
import { check, ports, progress, syncAll } from './sync.ts';

/** A look at a host takes this long at most, ms. */
const PATIENCE = 45_000;

export function answerPacks(): void {
	browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
		if (!isPackRequest(message)) return false;
		const request = v.safeParse(PackRequest, message);
		if (!request.success || !isOwn(sender)) {
			respond({ error: 'bad-request' });
			return false;
		}
		answer(request.output).then(respond, (error) => respond({ error: codeOf(error) }));
		return true;
	});
}

const isOwn = ({ id, url }: Browser.runtime.MessageSender): boolean =>
	id === browser.runtime.id && Boolean(url?.startsWith(browser.runtime.getURL('/' as '/')));

async function answer(request: PackRequest): Promise<PackAnswers[PackRequest['type']]> {
	const all = await ports();
	const { store } = all;
	switch (request.type) {
		case 'packs-list':
			return list();
		case 'packs-look': {
			const look = await lookAt(all, request.url, request.pin, AbortSignal.timeout(PATIENCE));
			return { look: await shown(look.base, look) };
		}
		case 'packs-subscribe': {
			const look = await lookAt(all, request.url, request.root.slice(0, 22), AbortSignal.timeout(PATIENCE));
			// Trust was given to what was shown, not to what the host says now.
			if (look.root.root.hash !== request.root) throw new PackError('wrong-key');
			await subscribe(all, look);
			void syncAll();
			return {};
		}
		case 'packs-check':
			await checkSoon(request.pack);
			return {};
		case 'packs-pause':
			await store.change(request.pack, () => ({ paused: request.paused }));
			return {};
		case 'packs-raise':
			await store.change(request.pack, () => ({ most: LIMITS.packRaised, due: 0 }));
			void syncAll();
			return {};
		case 'packs-undo':
			if (!(await store.undo(request.pack, Date.now()))) throw new PackError('nothing-to-undo');
			await renewed();
			return {};
		case 'packs-remove':
			await store.unsubscribe(request.pack);
			await renewed();
			void all.lock(() => store.clean(Date.now()));
			return {};
		case 'packs-changed':
			await renewed();
			return {};
	}
}

/** Refusals are told at once; the run itself is not waited for. While another is under way it comes next. */
async function checkSoon(pack: string): Promise<void> {
	const { store } = await ports();
	const checked = check(pack).catch(async (error) => {
		if (codeOf(error) !== 'busy') throw error;
		await store.change(pack, () => ({ due: 0 }));
		void syncAll();
	});
	const started = new Promise<void>((go) => setTimeout(go, 200));
	await Promise.race([checked, started]);
	checked.catch(() => undefined);
}

async function shown(url: string, look: Awaited<ReturnType<typeof lookAt>>): Promise<PackLook> {
	const { manifest, root, size } = look;
	const { shards: _, ...about } = manifest;
	const titles = (await list()).packs.flatMap(({ pack, manifest: other }) =>
		other && pack !== manifest.packId ? Object.values(other.title) : [],
	);
	const own = Object.values(manifest.title);
	const lookalikes = titles.filter((title) => own.some((name) => name && title && looksLike(name, title)));
	return {
		url,
		root: root.root.hash,
		manifest: about,
		size,
		lookalikes: [...new Set(lookalikes)] as string[],
	};
}

async function list(): Promise<PackAnswers['packs-list']> {
	const { store } = await ports();
	const subscriptions = new Map((await store.subscriptions()).map((one) => [one.pack, one]));
	const heads = await store.heads();
	const packs = new Set([...subscriptions.keys(), ...heads.map(({ pack }) => pack)]);
	const { usage = 0 } = await navigator.storage.estimate();
	return {
		packs: [...packs].map((pack) =>
			stateOf(
				pack,
				subscriptions.get(pack),
				heads.find((head) => head.pack === pack),
			),
		),
		used: usage,
	};
}

function stateOf(pack: string, subscription: Subscription | undefined, head: Head | undefined): PackState {
	const live = head?.live ?? null;
	const { shards = [], ...manifest } = live?.manifest ?? {};
	return {
		pack,
		manifest: live ? (manifest as PackState['manifest']) : null,
		size: shards.reduce((sum, { size }) => sum + size, 0),
		origin: subscription ? 'signed' : 'bundled',
		url: subscription?.url ?? '',
		root: subscription?.root.hash ?? null,
		since: live?.since ?? 0,
		checked: subscription?.checked ?? 0,
		due: subscription?.due ?? 0,
		expires: subscription?.expires ?? '',
		paused: subscription?.paused ?? false,
		error: subscription ? subscription.error : noRoom,
		moved: subscription?.moved ?? null,
		changes: live?.changes ?? null,
		undoUntil: head?.previous && head.previous.until > Date.now() ? head.previous.until : 0,
		progress: progress.get(pack) ?? null,
	};
}
