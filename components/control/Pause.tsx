/** Off everywhere for a while. */
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Key, Locale } from '../../lib/locale/index.ts';
import { FOREVER } from '../../lib/settings/index.ts';
import { useLocale } from '../locale.ts';

const HOUR = 3_600_000;
/** The hour of the morning at which "until tomorrow" ends. */
const MORNING = 5;

const CHOICES: [Key, until: (now: number) => number][] = [
	['pauseHour', (now) => now + HOUR],
	['pauseTomorrow', tomorrow],
	['pauseForever', () => FOREVER],
];

interface Props {
	/** ms since 1970, as the settings have it. */
	paused: number;
	onPause: (until: number) => void;
}

export function Pause({ paused, onPause }: Props) {
	const words = useLocale();
	const { t } = words;
	const id = useId();
	const box = useRef<HTMLFieldSetElement>(null);
	/** The button that was pressed goes away with the choice: its successor takes the focus. */
	const pressed = useRef(false);
	const is = paused > Date.now();
	useEffect(() => {
		if (pressed.current) box.current?.querySelector('button')?.focus();
		pressed.current = false;
	}, [is]);
	const choose = (until: number) => {
		pressed.current = true;
		onPause(until);
	};
	return (
		<fieldset ref={box} class="pause" aria-labelledby={id}>
			<span id={id}>{is ? pausedText(paused, words) : t('pause')}</span>
			{is ? (
				<button type="button" class="second" onClick={() => choose(0)}>
					{t('resume')}
				</button>
			) : (
				CHOICES.map(([key, until]) => (
					<button key={key} type="button" class="second" onClick={() => choose(until(Date.now()))}>
						{t(key)}
					</button>
				))
			)}
		</fieldset>
	);
}

export function pausedText(paused: number, { t, time }: Locale): string {
	return paused >= FOREVER ? t('pausedForever') : t('pausedUntil', time(new Date(paused)));
}

function tomorrow(now: number): number {
	const day = new Date(now);
	day.setDate(day.getDate() + 1);
	return day.setHours(MORNING, 0, 0, 0);
}
