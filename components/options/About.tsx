/** What pages can learn, what is kept and what never leaves the machine. */
import { useLocale } from '../locale.ts';

export function About() {
	const { t } = useLocale();
	return (
		<section class="about">
			<h2>{t('aboutTitle')}</h2>
			<p>{t('aboutPage')}</p>
			<p>{t('welcomeHoverOnly')}</p>
			<p>{t('aboutKept')}</p>
			<p>{t('welcomeNever1')}</p>
		</section>
	);
}
