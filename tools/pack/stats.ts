/** Counts a pack's records and draws which article states which claim. */
import { print } from '../../lib/author/index.ts';
import { checkFolder } from './folder.ts';

const SIGNS = { reports: '✓', 'words-otherwise': '≈', differs: '≠' } as const;

/** @returns the exit code */
export async function stats(folder: string): Promise<number> {
	const { source, problems } = await checkFolder(folder);
	if (!source) {
		console.error(print(problems));
		return 1;
	}
	const { records } = source;
	for (const [kind, list] of Object.entries(records))
		console.log(`${String(list.length).padStart(5)} ${kind}`);
	console.log(
		`${String(records.claims.reduce((sum, claim) => sum + claim.reports.length, 0)).padStart(5)} reports`,
	);
	console.log(
		`${String(records.entities.reduce((sum, entity) => sum + entity.aliases.length, 0)).padStart(5)} aliases`,
	);

	const named = (lang: 'en' | 'zh-Hans' | 'zh-Hant-TW' | 'zh-Hant-HK') =>
		records.entities.filter(({ name }) => name[lang] ?? (lang.startsWith('zh-Hant') && name['zh-Hant']))
			.length;
	for (const lang of ['en', 'zh-Hans', 'zh-Hant-TW', 'zh-Hant-HK'] as const) {
		console.log(`names in ${lang}: ${((100 * named(lang)) / records.entities.length).toFixed(0)} %`);
	}

	console.log(`\n${records.articles.map(({ id }, i) => `${'ABCDEFGHIJ'[i]} ${id}`).join('\n')}`);
	for (const claim of records.claims) {
		const cells = records.articles.map(({ id }) => {
			const report = claim.reports.find(({ article }) => article === id);
			return report ? SIGNS[report.stance] : '·';
		});
		console.log(`${cells.join(' ')}  ${claim.id}`);
	}
	return 0;
}
