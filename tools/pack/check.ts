/** Says what is wrong with a pack's source, and what was derived. */
import { type PackSource, print, warnings } from '../../lib/author/index.ts';
import { checkFolder } from './folder.ts';

/** @returns the exit code. `others`: folders of packs whose names are held beside this one's. */
export async function runCheck(
	folder: string,
	others: readonly string[],
	showDerived: boolean,
): Promise<number> {
	const { source, problems, derived } = await checkFolder(folder);
	if (!source) {
		console.error(print(problems));
		return 1;
	}
	for (const { file, line, text } of warnings(source, await sourcesOf(others)))
		console.log(`${file}:${line}  look at this: ${text}`);
	if (showDerived)
		for (const { where, lang, from, text } of derived) console.log(`${where}\t${lang}\t${from}\t${text}`);
	console.log(
		`${folder}: sound; ${derived.length} texts were made by conversion${showDerived ? '' : ' (--derived lists them)'}`,
	);
	return 0;
}

async function sourcesOf(folders: readonly string[]): Promise<PackSource[]> {
	const checked = await Promise.all(folders.map(checkFolder));
	return checked.flatMap(({ source }) => source ?? []);
}
