/** Sites as readers name them and as browsers match them. Ports are left out: Firefox's patterns have none. */

/** A host as `URL.hostname` writes it, safe to put into a match pattern; one bad pattern fails a whole registration. */
export const HOST = /^(?:[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?|\[[0-9a-f:.]+\])$/;

/** The host of a web page; '' for all that is none. */
export function hostOf(url: string | undefined): string {
	if (!url || !URL.canParse(url)) return '';
	const { protocol, hostname } = new URL(url);
	return /^https?:$/.test(protocol) ? hostname : '';
}

/** This one host. */
export const patternOf = (host: string): string => `*://${host}/*`;

/** What a reader typed or pasted (`bbc.com`, a whole address), with all below it; null when it names no site. */
export function sitePattern(typed: string): string | null {
	const host = typedHost(typed)?.replace(/^www\./, '');
	if (!host) return null;
	return /^[\d.]+$|^\[/.test(host) ? patternOf(host) : `*://*.${host}/*`;
}

/** The host a reader typed or pasted; null when it names none. */
export function typedHost(typed: string): string | null {
	const text = typed.trim();
	const host = hostOf(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
	return HOST.test(host) && (host.includes('.') || host === 'localhost' || host.startsWith('['))
		? host
		: null;
}

/** A granted pattern as a reader reads it; null for all sites. */
export function siteOf(pattern: string): string | null {
	const host = /^[^:]+:\/\/(?:\*\.)?([^/]*)\//.exec(pattern)?.[1] ?? '';
	return host === '' || host === '*' ? null : host;
}
