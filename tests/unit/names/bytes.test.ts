import { expect, test } from 'vitest';
import { build, IndexError, load } from '../../../lib/names/index.ts';
import { found, name } from './found.ts';

const NAMES = [
	'普京',
	'金正恩',
	'Kim Jong Un',
	'Vostochny Cosmodrome',
	'AP',
	'白俄罗斯',
	'俄罗斯',
	'俄羅斯',
].map((text, at) => name(text, at));
const TEXT = '普京在白俄羅斯見 KIM JONG-UN';
const EXPECTED = ['普京', '白俄羅斯', 'KIM JONG-UN'];

const codeOf = (bytes: Uint8Array | ArrayBuffer) => {
	try {
		load(bytes);
		return 'loaded';
	} catch (error) {
		return error instanceof IndexError ? error.code : error;
	}
};

test('one changed byte is refused, at every position', async () => {
	const bytes = await build(NAMES);
	for (let at = 0; at < bytes.length; at++) {
		const damaged = bytes.slice();
		damaged[at] = (damaged[at] ?? 0) ^ (1 << (at % 8));
		expect(codeOf(damaged), `byte ${at}`).toBe(at >= 4 && at < 8 ? 'index-version' : 'index-damaged');
	}
});

test('cut off, too long, empty or something else is refused', async () => {
	const bytes = await build(NAMES);
	for (const length of [0, 1, 39, 40, bytes.length - 4, bytes.length - 1]) {
		expect(codeOf(bytes.slice(0, length)), `${length} bytes`).toBe('index-damaged');
	}
	const longer = new Uint8Array(bytes.length + 4);
	longer.set(bytes);
	expect(codeOf(longer)).toBe('index-damaged');
	expect(codeOf(new TextEncoder().encode('{"names":'.repeat(20)))).toBe('index-damaged');
});

test('loads from a buffer and from anywhere inside one', async () => {
	const bytes = await build(NAMES);
	expect(found(load(bytes.slice().buffer), TEXT)).toEqual(EXPECTED);
	for (const offset of [1, 2, 4]) {
		const inside = new Uint8Array(bytes.length + offset);
		inside.set(bytes, offset);
		expect(found(load(inside.subarray(offset)), TEXT)).toEqual(EXPECTED);
	}
});

test('the same names give the same bytes', async () => {
	expect(await build(NAMES)).toEqual(await build(NAMES));
});
