/** The packs page in each state, at three widths of text. */
const STATES: [state: string, height: number][] = [
	['empty', 720],
	['offer', 1400],
	['running', 1300],
	['failed', 1600],
	['changed', 1600],
];

export const PACKS_SHOTS = STATES.flatMap(([state, height]) => {
	const query = `view=packs&state=${state}`;
	return [
		{ name: `packs-${state}`, query, width: 1280, height },
		{ name: `packs-${state}-narrow`, query, width: 400, height: height + 450 },
		{ name: `packs-${state}-large`, query: `${query}&size=200%25`, width: 1280, height: 1.5 * height },
	];
});
