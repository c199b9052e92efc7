/** Languages: which form of a text a reader gets, and which script a page is in. Touches nothing. */

/** The readers Sidelight writes for. zh-Hant is not one place. */
export const READERS = ['en', 'zh-Hans', 'zh-Hant-TW', 'zh-Hant-HK'] as const;
export type Reader = (typeof READERS)[number];

const FALLBACK: Record<Reader, readonly string[]> = {
	en: ['en', 'zh-Hans'],
	'zh-Hans': ['zh-Hans', 'zh-Hant', 'en'],
	'zh-Hant-TW': ['zh-Hant-TW', 'zh-Hant', 'zh-Hant-HK', 'zh-Hans', 'en'],
	'zh-Hant-HK': ['zh-Hant-HK', 'zh-Hant', 'zh-Hant-TW', 'zh-Hans', 'en'],
};

/** The reader that a BCP 47 tag of a browser or page stands for: zh-SG reads Simplified, zh-MO as Hong Kong. */
export function readerOf(tag: string): Reader {
	const [language, ...rest] = tag.toLowerCase().split(/[-_]/);
	if (language !== 'zh') return 'en';
	if (rest.includes('hk') || rest.includes('mo')) return 'zh-Hant-HK';
	if (rest.includes('tw') || rest.includes('hant')) return 'zh-Hant-TW';
	return 'zh-Hans';
}

/** The form of `texts` for a reader, and the language it turned out to be in. */
export function say(
	texts: Readonly<Partial<Record<string, string>>>,
	reader: Reader,
): { text: string; lang: string } {
	for (const lang of FALLBACK[reader]) {
		const text = texts[lang];
		if (text !== undefined) return { text, lang };
	}
	const [lang = 'und', text = ''] = Object.entries(texts)[0] ?? [];
	return { text, lang };
}
