/** `publish`, ended at each file it writes: what readers see is the version before, whole; the next try completes it. */
import { cpSync } from 'node:fs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { writeWhole } from '../../../tools/pack/keys.ts';
import { type PublishOptions, publish } from '../../../tools/pack/publish.ts';
import { broken, manyClaims } from '../support/harbour.ts';
import { type Author, newAuthor } from './author.ts';

let author: Author;
beforeEach(() => {
	author = newAuthor();
});
afterEach(() => author.leave());

class Ended extends Error {}

async function publishTo(folder: string, options: PublishOptions): Promise<void> {
	const silent = vi.spyOn(console, 'log').mockImplementation(() => undefined);
	await publish(author.at('built'), author.at(folder), { keys: author.at('keys'), ...options }).finally(() =>
		silent.mockRestore(),
	);
}

it('shows readers the old version or the new, wherever it is ended, and is finished by running it again', async () => {
	author.write(manyClaims(9, 1));
	await author.keygen();
	await author.build();
	await author.sign(1);
	await author.publish();
	cpSync(author.at('web'), author.at('before'), { recursive: true });
	author.write(manyClaims(9, 2));
	await author.build();
	await author.sign(2, '--previous', author.at('web'));
	await publishTo('web', {});
	const whole = author.published();

	let written = Number.POSITIVE_INFINITY;
	for (let end = 0; end < written; end++) {
		cpSync(author.at('before'), author.at(`web-${end}`), { recursive: true });
		let count = 0;
		const write: typeof writeWhole = (path, bytes) => {
			if (count === end) throw new Ended();
			count++;
			writeWhole(path, bytes);
		};
		const outcome = publishTo(`web-${end}`, { write }).then(
			() => 'done',
			(error) => (error instanceof Ended ? 'ended' : Promise.reject(error)),
		);
		if ((await outcome) === 'done') written = end;
		expect(await author.good('verify', author.at(`web-${end}`))).toContain(
			end < written ? 'version 1/1' : 'version 1/2',
		);
		await publishTo(`web-${end}`, {});
		cpSync(author.at(`web-${end}`), author.at('web'), { recursive: true });
		expect(author.published()).toEqual(whole);
	}
	// One shard, its patch, the note of dates, pack.json.
	expect(written).toBe(4);
});

it('takes shards away 30 days after they were last current, and not before', async () => {
	const DAY = 24 * 3_600_000;
	const start = Date.parse('2026-11-22T12:00:00Z');
	await author.keygen();
	await author.build();
	await author.sign(1);
	await publishTo('web', { now: start });
	const first = Object.keys(author.published());
	author.write(broken('every day', 'each day'));
	await author.build();
	await author.sign(2);
	await publishTo('web', { now: start + 30 * DAY });
	expect(Object.keys(author.published())).toEqual(expect.arrayContaining(first));
	await author.sign(3);
	await publishTo('web', { now: start + 31 * DAY });
	const gone = first.filter((path) => !(path in author.published()));
	expect(gone).toEqual([expect.stringMatching(/^shards\//)]);
	expect(await author.good('verify', author.at('web'))).toContain('version 1/3');
});
