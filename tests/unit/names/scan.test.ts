import { describe, expect, test } from 'vitest';
import { found, hits, indexOf, name } from './found.ts';

describe('longest match', () => {
	test('the longer name wins over the one inside it', async () => {
		const index = await indexOf('俄罗斯', '白俄罗斯', '朝鲜', '朝鲜日报');
		expect(found(index, '白俄羅斯與俄羅斯，朝鮮日報和朝鮮')).toEqual([
			'白俄羅斯',
			'俄羅斯',
			'朝鮮日報',
			'朝鮮',
		]);
	});

	test('a longer one that fails at its boundary or its case gives way to a shorter one', async () => {
		const index = await indexOf('普京Vlad', '普京', 'New York', 'New York Times');
		expect(found(index, '普京Vladimir')).toEqual(['普京']);
		expect(found(index, 'New York times')).toEqual(['New York']);
	});

	test('look-alikes take part and are returned', async () => {
		const index = await indexOf(name('共同社', 1), name('共同社区', 2, 'lookalike'));
		const [hit] = hits(index, '共同社區');
		expect(hit).toEqual({ start: 0, end: 4, entities: [2] });
	});

	test('a name is found again right behind itself', async () => {
		expect(found(await indexOf('普京', 'AP'), '普京普京AP普京')).toEqual(['普京', '普京', 'AP', '普京']);
	});
});

describe('word boundaries', () => {
	test.each([
		['Putina, Putin2 and Rasputin', []],
		["pro-Putin, Putin's, Putin’s, (Putin) and 普京Putin普京", ['Putin', 'Putin', 'Putin', 'Putin', 'Putin']],
		['Putinж Putinα éPutin Putiné', []],
		['Putin\u00adism and Putin\u0301', ['Putin']],
	])('%s', async (text, expected) => {
		expect(found(await indexOf('Putin'), text)).toEqual(expected);
	});

	test('digits bound as letters do', async () => {
		expect(found(await indexOf('苏-57'), '苏-57、苏-575、蘇－５７')).toEqual(['苏-57', '蘇－５７']);
	});

	test('a name that ends in a sign needs no boundary', async () => {
		expect(found(await indexOf('D.P.R.K.'), 'D.P.R.K.and D.P.R.K')).toEqual(['D.P.R.K.']);
	});
});

describe('capitals', () => {
	test.each([
		['Kim Jong Un', 'Kim Jong Un, KIM JONG UN, kim jong un, Kim jong Un', ['Kim Jong Un', 'KIM JONG UN']],
		['AP', 'AP Ap ap ＡＰ', ['AP', 'ＡＰ']],
		['satellite', 'satellite Satellite SATELLITE', ['satellite', 'Satellite', 'SATELLITE']],
		['Komsomolsk-on-Amur', 'Komsomolsk-On-Amur komsomolsk-on-Amur', ['Komsomolsk-On-Amur']],
		['the North', 'the North, The North, the north', ['the North', 'The North']],
		['BBC中文', 'bbc中文 BBC中文', ['BBC中文']],
		['a b c d e f g H', 'a b c d e f g h, A b c d e f g H', ['A b c d e f g H']],
		['5G', '5g 5G', ['5G']],
	])('%s', async (alias, text, expected) => {
		expect(found(await indexOf(alias), text)).toEqual(expected);
	});

	test('of names that fold alike the least strict rule holds, whichever came first', async () => {
		for (const names of [
			['US', 'us'],
			['us', 'US'],
		]) {
			expect(found(await indexOf(...names), 'us')).toEqual(['us']);
		}
		expect(found(await indexOf('MAY', 'May'), 'May may')).toEqual(['May']);
	});
});

describe('what readers take for the same', () => {
	test.each([
		['弗拉基米尔·普京', '弗拉基米爾．普京'],
		['弗拉基米尔·普京', '弗拉基米尔-普京'],
		['弗拉基米尔·普京', '弗拉基米尔 · 普京'],
		['Kim Jong-un', 'Kim\u00a0Jong\n    Un'],
		['Vostochny Cosmodrome', 'Vostochny Сosmodrome'],
		['金正恩', '金\u200b正\u2060恩'],
		['“联盟”号', '「聯盟」號'],
		["Xi'an", 'Xi’an'],
		['TASS', 'ＴＡＳＳ'],
		['São Paulo', 'Sao Paulo'],
		['Sao Paulo', 'Sa\u0303o Paulo'],
	])('%s = %s', async (alias, text) => {
		expect(found(await indexOf(alias), `在${text}。`)).toEqual([text]);
	});

	test('a name with its parts run together is another name', async () => {
		expect(found(await indexOf('弗拉基米尔·普京'), '弗拉基米尔普京')).toEqual([]);
		expect(found(await indexOf('普京'), '普 京')).toEqual([]);
	});
});

describe('bearers', () => {
	test('each entity once, strong where any spelling is', async () => {
		const index = await indexOf(name('朝鮮', 7, 'weak'), name('朝鲜', 7), name('朝鲜', 3, 'lookalike'), {
			text: '朝鲜',
			entity: 2 ** 24 - 1,
			strength: 'term',
			discreet: true,
		});
		const [, , ref = -1] = index.scan('朝鮮');
		expect(index.size).toBe(1);
		expect(index.bearers(ref)).toEqual([
			{ entity: 3, strength: 'lookalike', discreet: false, person: false },
			{ entity: 7, strength: 'strong', discreet: false, person: false },
			{ entity: 2 ** 24 - 1, strength: 'term', discreet: true, person: false },
		]);
	});
});
