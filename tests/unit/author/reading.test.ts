/** A pack that is installed nowhere is read as the extension reads it, people unknown to it included. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { type PackReader, packReader, readPack } from '../../../lib/author/index.ts';
import { strangers } from '../names/traps/strangers.ts';
import { expected } from '../names/traps/text.ts';

const FOLDER = 'seeds/putin-kim-summits';
let reader: PackReader;

beforeAll(async () => {
	const files = readdirSync(FOLDER).map((path) => ({ path, text: readFileSync(join(FOLDER, path), 'utf8') }));
	const { source } = readPack(files);
	if (!source) throw new Error('not sound');
	reader = await packReader(source.records);
});

test.each(strangers)('%s', async (marked) => {
	const { texts, mentions } = expected(marked);
	const read = await reader.read(texts);
	expect(read.mentions.map(({ block, start, end, entity }) => `${block} ${start}–${end} ${entity}`)).toEqual(
		mentions,
	);
});
