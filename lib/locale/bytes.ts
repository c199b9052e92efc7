/** A number of bytes as people read it. Touches nothing. */
export function bytes(lang: string, count: number): string {
	const [unit, part] = count < 1e6 ? (['kilobyte', 1e3] as const) : (['megabyte', 1e6] as const);
	return new Intl.NumberFormat(lang, {
		style: 'unit',
		unit,
		unitDisplay: 'short',
		maximumFractionDigits: count < 1e7 ? 1 : 0,
	}).format(count / part);
}
