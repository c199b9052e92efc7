/** How Sidelight shows itself on pages, from the most to the least that is seen of it. */
import { LOOKS, type Look } from '../../lib/settings/index.ts';
import { useLocale } from '../locale.ts';
import { LOOK_TEXTS } from './choices.ts';
import { Radios } from './Radios.tsx';

export function Modes({ look, onLook }: { look: Look; onLook: (look: Look) => void }) {
	const { t } = useLocale();
	const choices = LOOKS.map((value) => {
		const [title, why] = LOOK_TEXTS[value];
		return { value, title: t(title), why: t(why) };
	});
	return <Radios legend={t('lookTitle')} choices={choices} value={look} onChoose={onLook} />;
}
