/** Clocks of the world, by `Intl` alone. Touches nothing. */

/** Whether this browser has the IANA zone. */
export function knowsZone(zone: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone: zone });
		return true;
	} catch {
		return false;
	}
}

/** ms since 1970 of a minute of a day (ISO) by the clock of a zone. Throws where there is no such zone. */
export function momentIn(zone: string, day: string, minutes: number): number {
	const wall = Date.parse(`${day}T00:00:00Z`) + minutes * 60_000;
	// Twice: the first guess may lie on the other side of a change of the clock.
	const guess = wall - aheadIn(zone, wall);
	return wall - aheadIn(zone, guess);
}

/** ms by which a zone's clock is ahead of UTC. */
function aheadIn(zone: string, moment: number): number {
	const parts = new Intl.DateTimeFormat('en', {
		timeZone: zone,
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric',
	}).formatToParts(moment);
	const part = (wanted: Intl.DateTimeFormatPartTypes) =>
		Number(parts.find(({ type }) => type === wanted)?.value ?? 0);
	const shown = Date.UTC(
		part('year'),
		part('month') - 1,
		part('day'),
		part('hour'),
		part('minute'),
		part('second'),
	);
	return shown - Math.floor(moment / 1000) * 1000;
}
