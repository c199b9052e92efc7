/** In a card's stead where there is none to show: why, in one line. */
import type { Key, Locale } from '../../lib/locale/index.ts';
import { LocaleContext } from '../locale.ts';
import { Icon } from '../text/Icon.tsx';

interface Props {
	/** What the background answered. */
	code: string;
	locale: Locale;
	focusable: boolean;
	onClose: () => void;
}

/** `row-missing`: the page still shows a name whose pack is gone, or that a newer version withdrew. */
const TEXTS: Record<string, Key> = { 'row-missing': 'nameGone' };

export function Line({ code, locale, focusable, onClose }: Props) {
	const { t, lang } = locale;
	const text = t(TEXTS[code] ?? 'lookupFailed');
	return (
		<LocaleContext value={locale}>
			<section
				class="sidelight card line"
				lang={lang}
				role={focusable ? 'dialog' : 'group'}
				aria-label={text}
				tabIndex={focusable ? -1 : undefined}
			>
				<p>{text}</p>
				<button type="button" class="close" aria-label={t('close')} onClick={onClose}>
					<Icon name="close" />
				</button>
			</section>
		</LocaleContext>
	);
}
