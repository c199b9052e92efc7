/** Says what is wrong with a pack's source, and what was derived. */
import { print } from '../../lib/author/index.ts';
import { checkFolder } from './folder.ts';

/** @returns the exit code */
export async function runCheck(folder: string, showDerived: boolean): Promise<number> {
	const { source, problems, derived } = checkFolder(folder);
	if (!source) {
		console.error(print(problems));
		return 1;
	}
	if (showDerived)
		for (const { where, lang, from, text } of derived) console.log(`${where}\t${lang}\t${from}\t${text}`);
	console.log(
		`${folder}: sound; ${derived.length} texts were made by conversion${showDerived ? '' : ' (--derived lists them)'}`,
	);
	return 0;
}
