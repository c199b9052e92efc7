/** Writes a checked pack: all of it, or nothing. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPack, print } from '../../lib/author/index.ts';
import { checkFolder } from './folder.ts';

/** @returns the exit code */
export async function build(folder: string, out: string): Promise<number> {
	const { source, problems } = await checkFolder(folder);
	if (!source) {
		console.error(print(problems));
		return 1;
	}
	if (existsSync(out) && readdirSync(out).length > 0 && !existsSync(join(out, 'manifest.json'))) {
		console.error(`${out} holds something else than a built pack: give another folder by --out`);
		return 1;
	}
	const pack = await buildPack(source);
	const staged = `${out}.new`;
	rmSync(staged, { recursive: true, force: true });
	mkdirSync(join(staged, 'shards'), { recursive: true });
	for (const [hash, bytes] of pack.shards) writeFileSync(join(staged, 'shards', `${hash}.json`), bytes);
	writeFileSync(join(staged, 'manifest.json'), pack.manifest);
	rmSync(out, { recursive: true, force: true });
	renameSync(staged, out);
	const counts = Object.entries(pack.totals).map(([kind, count]) => `${count} ${kind}`);
	console.log(`${out}: ${counts.join(', ')}; ${pack.shards.size} shards; manifest ${pack.hash}`);
	return 0;
}
