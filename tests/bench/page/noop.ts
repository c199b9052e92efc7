/** An extension that does next to nothing, to compare with: one script at document_end, one message, one highlight. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kind } from '../../../tools/browser/find.ts';

const CONTENT = `
(async () => {
	const { runtime } = globalThis.browser ?? chrome;
	const asked = performance.now();
	await runtime.sendMessage({ type: 'nothing' });
	const answered = performance.now();
	const text = document.createTreeWalker(document.body, 4).nextNode();
	CSS.highlights.set('noop', new Highlight(new StaticRange({ startContainer: text, startOffset: 0, endContainer: text, endOffset: 1 })));
	requestAnimationFrame(() => {
		document.documentElement.dataset.noop = JSON.stringify({ trip: answered - asked, painted: performance.now() });
	});
})();
`;

const BACKGROUND = `(globalThis.browser ?? chrome).runtime.onMessage.addListener((_message, _sender, answer) => answer({}));`;

/** Writes it into `folder`. */
export function writeNoop(folder: string, kind: Kind): string {
	mkdirSync(folder, { recursive: true });
	const manifest = {
		manifest_version: 3,
		name: 'no-op',
		version: '1',
		host_permissions: ['*://*/*'],
		content_scripts: [{ matches: ['*://*/*'], js: ['content.js'], run_at: 'document_end' }],
		background: kind === 'chromium' ? { service_worker: 'background.js' } : { scripts: ['background.js'] },
		...(kind === 'firefox' ? { browser_specific_settings: { gecko: { id: 'noop@sidelight.example' } } } : {}),
	};
	writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
	writeFileSync(join(folder, 'content.js'), CONTENT);
	writeFileSync(join(folder, 'background.js'), BACKGROUND);
	return folder;
}
