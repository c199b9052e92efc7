/** The YAML files of a folder, in the order of their names. Reads files. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Checked, check } from '../../lib/author/index.ts';

export async function checkFolder(folder: string): Promise<Checked> {
	const names = existsSync(folder) ? readdirSync(folder).filter((name) => /\.ya?ml$/.test(name)) : [];
	return check(
		names
			.sort()
			.map((name) => ({ path: join(folder, name), text: readFileSync(join(folder, name), 'utf8') })),
	);
}
