/** Where Sidelight may read: everywhere, on sites the reader names, or only on a click. The browser has the last word. */
import { useId } from 'preact/hooks';
import type { Key } from '../../lib/locale/index.ts';
import { useLocale } from '../locale.ts';
import { Sites } from './Sites.tsx';

export type AccessChoice = 'all' | 'sites' | 'click';

export interface AccessProps {
	/** What holds now; null before the first choice. */
	access: AccessChoice | null;
	/** Sites granted one by one. */
	sites: readonly string[];
	/** The browser said no to the last request. */
	refused?: boolean;
	/** Called in the click itself: browsers grant nothing later. */
	onAccess: (access: AccessChoice) => void;
	/** false when what was typed names no site. Called in the click itself. */
	onAdd: (typed: string) => boolean;
	onRemove: (site: string) => void;
}

export function Access({ access, sites, refused = false, ...on }: AccessProps) {
	const { t } = useLocale();
	return (
		<section class="access">
			<h2>{t('welcomeAccess')}</h2>
			<div class="choices">
				{(['all', 'sites', 'click'] as const).map((choice) => (
					<Choice key={choice} choice={choice} chosen={access === choice} onAccess={on.onAccess} />
				))}
			</div>
			{access === 'sites' && (
				<Sites
					sites={sites}
					label={t('accessSites')}
					remove={t('siteRemove')}
					onAdd={on.onAdd}
					onRemove={on.onRemove}
				/>
			)}
			<p role="status" class="meta">
				{refused && t('accessRefused')}
			</p>
		</section>
	);
}

const TEXTS: Record<AccessChoice, [title: Key, why: Key]> = {
	all: ['accessAll', 'accessAllWhy'],
	sites: ['accessSites', 'accessSitesWhy'],
	click: ['accessClick', 'accessClickWhy'],
};

interface ChoiceProps {
	choice: AccessChoice;
	chosen: boolean;
	onAccess: (access: AccessChoice) => void;
}

function Choice({ choice, chosen, onAccess }: ChoiceProps) {
	const { t } = useLocale();
	const id = useId();
	const [title, why] = TEXTS[choice];
	return (
		<div class="choice" data-chosen={chosen || undefined}>
			<button
				type="button"
				class="main"
				aria-pressed={chosen}
				aria-describedby={id}
				onClick={() => onAccess(choice)}
			>
				{t(title)}
			</button>
			<p id={id}>{t(why)}</p>
			{chosen && <p class="chosen">✓ {t('accessChosen')}</p>}
		</div>
	);
}
