/** Sent, may send and denied sending are three things: no sentence is taken for another's claim. */
import { beforeAll, describe, expect, it } from 'vitest';
import { compareLines, openPack, type Pack } from '../../support/pack.ts';
import { PAIRS_2023, PAIRS_2024, type Pair } from '../../support/pairs.ts';

let pack: Pack;

beforeAll(async () => {
	pack = await openPack('seeds/putin-kim-summits');
});

const FOUND = ['found', 'worded', 'finer-here', 'finer-elsewhere'];

async function states({ claim }: Pair, text: string, event: 'vostochny-2023' | 'pyongyang-2024') {
	const { claims } = await compareLines(pack, [text], event);
	return FOUND.includes(claims.find((one) => one.claim === claim)?.state ?? '');
}

describe('a claim in another modality', () => {
	it('has forty pairs to tell apart', () => {
		expect(PAIRS_2023.length + PAIRS_2024.length).toBeGreaterThanOrEqual(40);
	});

	it.each(PAIRS_2023)('$claim: $yes / $no', async (pair) => {
		expect([
			await states(pair, pair.yes, 'vostochny-2023'),
			await states(pair, pair.no, 'vostochny-2023'),
		]).toEqual([true, false]);
	});

	it.each(PAIRS_2024)('$claim: $yes / $no', async (pair) => {
		expect([
			await states(pair, pair.yes, 'pyongyang-2024'),
			await states(pair, pair.no, 'pyongyang-2024'),
		]).toEqual([true, false]);
	});
});
