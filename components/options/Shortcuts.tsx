/** The shortcuts as they are now. Only the browser can change them. */
import type { Key } from '../../lib/locale/index.ts';
import { useLocale } from '../locale.ts';

export interface ShortcutsProps {
	/** As `commands.getAll` gives them; '' where no key is set. */
	commands: readonly { name: string; shortcut: string }[];
	/** Where the browser has them changed: an address, or null where a menu leads there. */
	page: string | null;
	/** Opens that page. */
	onOpen: () => void;
}

const NAMES: Record<string, Key> = {
	'next-name': 'commandNext',
	'previous-name': 'commandPrevious',
	'toggle-card': 'commandCard',
	'open-panel': 'commandPanel',
	'page-summary': 'commandSummary',
};

export function Shortcuts({ commands, page, onOpen }: ShortcutsProps) {
	const { t } = useLocale();
	return (
		<section>
			<h2>{t('shortcutsTitle')}</h2>
			<dl class="shortcuts">
				{Object.entries(NAMES).map(([name, key]) => {
					const shortcut = commands.find((command) => command.name === name)?.shortcut;
					return (
						<div key={name}>
							<dt>{t(key)}</dt>
							<dd>{shortcut ? <kbd>{shortcut}</kbd> : <span class="meta">{t('shortcutNone')}</span>}</dd>
						</div>
					);
				})}
			</dl>
			<p class="meta">{t('shortcutsCard')}</p>
			<p class="row">
				<button type="button" class="second" onClick={onOpen}>
					{t('shortcutsChange')}
				</button>
				<span class="meta">{t('shortcutsWhere', page ?? t('shortcutsFirefox'))}</span>
			</p>
		</section>
	);
}
