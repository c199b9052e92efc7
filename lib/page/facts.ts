/** What a page states about itself: title, date, language. Reads the DOM; JSON-LD is parsed, never run. */

export interface PageFacts {
	title: string;
	lang: string;
	/** ISO 8601 as stated; '' when it is not. */
	published: string;
}

/** Names of meta elements that state the date. */
const DATE = /^(?:(?:article|og):published_time|datePublished|publishdate|pubdate|(?:dc\.)?date)$/i;

export function pageFacts(document: Document): PageFacts {
	// On a long page three of these are found sooner than all by one selector.
	const all = (name: string) => [...document.getElementsByTagName(name)];
	const metas = all('meta');
	const meta = (form: RegExp) =>
		metas
			.find((one) => ['property', 'name', 'itemprop'].some((key) => form.test(one.getAttribute(key) ?? '')))
			?.getAttribute('content')
			?.trim() ?? '';
	const time = all('time').find((one) => one.hasAttribute('pubdate') || one.closest('article, main, header'));
	return {
		title: (meta(/^og:title$/i) || document.title).slice(0, 512),
		lang: document.documentElement.lang.slice(0, 35),
		published:
			[fromJsonLd(all('script')), meta(DATE), time?.getAttribute('datetime') ?? '']
				.find((text) => /^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(Date.parse(text.slice(0, 10))))
				?.slice(0, 35) ?? '',
	};
}

/** The `datePublished` of the first article-like thing. A page may hold anything here: nothing of it is trusted. */
function fromJsonLd(scripts: readonly Element[]): string {
	for (const { textContent: text } of scripts
		.filter((one) => one.getAttribute('type') === 'application/ld+json')
		.slice(0, 20)) {
		if (text.length > 200_000 || !text.includes('datePublished')) continue;
		try {
			const found = search(JSON.parse(text), 6);
			if (found) return found;
		} catch {
			// Many pages hold broken JSON-LD; the next source of the date is asked.
		}
	}
	return '';
}

function search(value: unknown, depth: number): string {
	if (depth === 0 || typeof value !== 'object' || value === null) return '';
	const stated = (value as { datePublished?: unknown }).datePublished;
	if (typeof stated === 'string') return stated;
	for (const inner of Object.values(value)) {
		const found = search(inner, depth - 1);
		if (found) return found;
	}
	return '';
}
