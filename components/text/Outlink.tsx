/**
 * A link out of Sidelight, named by the host it really goes to. A pack's addresses are data: anything but
 * http(s) is no link.
 */
import { useLocale } from '../locale.ts';

export function Outlink({ url }: { url: string | null }) {
	const { t } = useLocale();
	const host = hostOf(url);
	if (url === null || host === null) return null;
	return (
		<>
			{' '}
			<a class="out" rel="nofollow noreferrer noopener" target="_blank" href={url}>
				<bdi dir="ltr">{host.replace(/^www\./, '')}</bdi>
				<span aria-hidden="true">{'\u00a0↗'}</span>
				<span class="spoken"> ({t('newTab')})</span>
			</a>
		</>
	);
}

/** In a link's stead: the reader is there. */
export function ThisArticle() {
	const { t, aside, gap } = useLocale();
	return (
		<>
			{gap}
			<span class="here">{aside(t('thisArticle'))}</span>
		</>
	);
}

function hostOf(url: string | null): string | null {
	if (url === null || !URL.canParse(url)) return null;
	const { protocol, host } = new URL(url);
	return protocol === 'https:' || protocol === 'http:' ? host : null;
}
