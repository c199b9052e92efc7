/** docs/publish.md, done line by line: an author who types what the page says ends with a pack that readers can take. */
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { hostPack } from '../../../tools/pack/serve.ts';
import { broken } from '../support/harbour.ts';
import { type Author, newAuthor } from './author.ts';

vi.setConfig({ testTimeout: 60_000 });

const LINES = [...readFileSync('docs/publish.md', 'utf8').matchAll(/^ {4}npm run pack -- (.+)$/gm)];

let author: Author;
beforeEach(() => {
	author = newAuthor();
});
afterEach(() => author.leave());

const iso = (ms: number) => new Date(ms).toISOString().replace(/\.\d+/, '');

/** As typed, in the author's own folders, and signed today. */
const argsOf = (line: string, origin: string) =>
	line
		.replace('https://you.example/my-pack', origin)
		.replace('~/sidelight-keys', author.at('keys'))
		.replaceAll('~/my-pack-web', author.at('public'))
		.replaceAll('~/my-pack-built', author.at('build'))
		.replace('~/my-pack', author.at('seed'))
		.replace(/(?<=--issued )\S+/, iso(Date.now()))
		.replace(/(?<=--expires )\S+/, iso(Date.now() + 30 * 86_400_000))
		.split(' ');

it('each command of the page does what the page says', async () => {
	const done: string[] = [];
	let said = '';
	for (const [, line = ''] of LINES) {
		const [command = ''] = line.split(' ');
		// The browser's part is tests/browser/publisher.test.ts.
		if (command === 'serve') continue;
		if (command === 'build' && done.includes('build')) author.write(broken('every day', 'each day'));
		const host = line.includes('https://') ? await hostPack(author.at('public')) : null;
		const args = argsOf(line, host?.origin ?? '');
		const answer = await (host ? author.process(...args) : author.pack(...args));
		await host?.close();
		expect([line, answer.status, answer.said]).toEqual([line, 0, expect.anything()]);
		done.push(command);
		if (command === 'diff') said = answer.said;
	}
	expect(done).toEqual([
		...['keygen', 'build', 'sign', 'publish', 'verify', 'verify'],
		...['build', 'sign', 'diff', 'publish', 'rotate'],
	]);
	expect(said).toMatch(/^shards: 1 new, 1 gone, 3 in all\nbytes: .*\n~ claims ferry-daily: text\n$/);
	expect(await author.good('verify', author.at('public'))).toMatch(/version 1\/2/);
});
