/** The door of the packs page. Files are read and written here; everything else is asked of the background. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import type { PacksDoor } from '../../components/packs/ask.ts';
import { Packs } from '../../components/packs/Packs.tsx';
import { readerFor } from '../../components/packs/reader.ts';
import '../../components/look.css';
import '../../components/packs/fault.css';
import '../../components/packs/packs.css';
import { correctionsIn, openCorpus, packStore, Store } from '../../lib/corpus/index.ts';
import { locale } from '../../lib/locale/index.ts';
import { askPacks } from '../../lib/messages/packs.ts';
import { clock, lock } from '../../lib/packs/browser-ports.ts';
import { fromFingerprint } from '../../lib/packs/fingerprint.ts';
import { exportFile, importFile, keepBackup, lookAtFile, PackError } from '../../lib/packs/index.ts';
import { packAddress } from '../../lib/packs/url.ts';
import { chosenTag } from '../../lib/settings/index.ts';
import { say } from '../../lib/text/index.ts';
import { settingsToDraw } from '../options/settings.ts';

const local = browser.storage.local;
const words = locale(chosenTag(await settingsToDraw(), navigator.languages));
/** A pack may be 256 MB, and a file of it is somewhat more. */
const MOST = 400 << 20;
const opened = new Store();
/** Statements listed of one update. */
const CORRECTED = 100;
const send = (message: unknown) => browser.runtime.sendMessage(message);

function ports() {
	const store = packStore(opened, {
		estimate: () => navigator.storage.estimate(),
		onSubscriptions: (all) => keepBackup(local, all),
	});
	return { store, clock, lock };
}

async function bytesOf(file: File): Promise<Uint8Array> {
	if (file.size > MOST) throw new PackError('too-large');
	return new Uint8Array(await file.arrayBuffer());
}

const door: PacksDoor = {
	list: () => askPacks({ type: 'packs-list' }, send),
	async look(typed) {
		const { base, pin } = packAddress(typed);
		const bits = pin === null ? null : fromFingerprint(pin);
		if (pin !== null && bits === null) throw new PackError('wrong-key');
		return (await askPacks({ type: 'packs-look', url: base, pin: bits }, send)).look;
	},
	async subscribe({ url, root }) {
		await askPacks({ type: 'packs-subscribe', url, root }, send);
	},
	async check(pack) {
		await askPacks({ type: 'packs-check', pack }, send);
	},
	async corrected(pack) {
		const reader = readerFor(words.lang);
		return (await correctionsIn(await openCorpus(opened), pack, CORRECTED)).map(({ claim, was, now }) => ({
			claim,
			was: say(was.text, reader),
			now: now && say(now.text, reader),
		}));
	},
	async pause(pack, paused) {
		await askPacks({ type: 'packs-pause', pack, paused }, send);
	},
	async raise(pack) {
		await askPacks({ type: 'packs-raise', pack }, send);
	},
	async undo(pack) {
		await askPacks({ type: 'packs-undo', pack }, send);
	},
	async remove(pack) {
		await askPacks({ type: 'packs-remove', pack }, send);
	},
	async lookAtFile(file) {
		const { base, root, manifest, size } = await lookAtFile(
			ports(),
			await bytesOf(file),
			AbortSignal.timeout(60_000),
		);
		return { url: base, root: root.root.hash, manifest, size, lookalikes: [] };
	},
	async importFile(file) {
		const outcome = await importFile(ports(), await bytesOf(file), AbortSignal.timeout(600_000));
		await askPacks({ type: 'packs-changed' }, send);
		if (outcome.kind === 'failed') throw Object.assign(new Error(outcome.code), { code: outcome.code });
	},
	async exportFile(pack) {
		const link = document.createElement('a');
		const bytes = await exportFile(ports(), pack);
		link.href = URL.createObjectURL(
			new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/json' }),
		);
		link.download = `${pack.slice(0, 8)}.sidelight`;
		link.click();
		URL.revokeObjectURL(link.href);
	},
};

document.documentElement.lang = words.lang;
document.title = `${words.t('packsTitle')} · ${words.t('extName')}`;
const app = document.getElementById('app');
if (app) render(<Packs locale={words} door={door} />, app);
