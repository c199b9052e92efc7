/** What a page states about itself: title, date, language. Reads the DOM; JSON-LD is parsed, never run. */

export interface PageFacts {
	title: string;
	lang: string;
	/** ISO 8601 as stated; '' when it is not. */
	published: string;
}

const DATE_META = [
	'meta[property="article:published_time" i]',
	'meta[itemprop="datePublished" i]',
	'meta[name="publishdate" i]',
	'meta[name="pubdate" i]',
	'meta[name="date" i]',
	'meta[name="dc.date" i]',
	'meta[property="og:published_time" i]',
].join(', ');

export function pageFacts(document: Document): PageFacts {
	const meta = (selector: string) => document.querySelector(selector)?.getAttribute('content')?.trim() ?? '';
	return {
		title: (meta('meta[property="og:title" i]') || document.title).slice(0, 512),
		lang: (document.documentElement.lang || '').slice(0, 35),
		published: published(document, meta(DATE_META)),
	};
}

function published(document: Document, stated: string): string {
	const candidates = [fromJsonLd(document), stated, ...timesOf(document)];
	return (
		candidates
			.find((text) => /^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(Date.parse(text.slice(0, 10))))
			?.slice(0, 35) ?? ''
	);
}

function timesOf(document: Document): string[] {
	const time = document.querySelector(
		'article time[datetime], main time[datetime], header time[datetime], time[pubdate]',
	);
	return time ? [time.getAttribute('datetime') ?? ''] : [];
}

/** The `datePublished` of the first article-like thing. A page may hold anything here: nothing of it is trusted. */
function fromJsonLd(document: Document): string {
	for (const script of [...document.querySelectorAll('script[type="application/ld+json"]')].slice(0, 20)) {
		const text = script.textContent ?? '';
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
