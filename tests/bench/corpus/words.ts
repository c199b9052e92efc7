/** Made-up words that are as unequally common as real ones. Touches nothing. */
import { type Random, random } from '../names/random.ts';

const WORDS = 20_000;
const SIGNS = 3000;
const STARTS = 'b bl br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sh sl st t th tr v w y z'.split(
	' ',
);
const ENDS = 'a e i o u an en in on un ar er or al el ion est ant ing ock ade ive ous ment ness'.split(' ');
const SYLLABLES =
	'ba bei bo cai chang cheng chu da dao di dong du fa fang fei gang gao gong guan guo hai han he hong hua huang ji jia jian jing jiu kai ke kong lai lan li lian liang lin liu long lu ma mei min ming nan ning pei ping qi qiang qing ren rong sha shan shen sheng shi shu song tai tang tian tong wan wang wei wen wu xi xia xian xiang xiao xin xing xiu xu yan yang ye yi yin ying yong yu yuan yue yun zao zhang zhao zhe zhen zhi zhong zhou zhu zong zuo'.split(
		' ',
	);

const wordOf = (n: number): string => {
	const chance = random(n * 31 + 17);
	return Array.from(
		{ length: 1 + (n > 200 ? 1 : 0) + chance.below(2) },
		() => chance.pick(STARTS) + chance.pick(ENDS),
	).join('');
};

let words: string[] | undefined;
const all = (): string[] => {
	words ??= Array.from({ length: WORDS }, (_, n) => wordOf(n));
	return words;
};

export const phrase = (chance: Random, length: number): string =>
	Array.from({ length }, () => chance.pickOften(all())).join(' ');

export const title = (chance: Random, length: number): string =>
	Array.from({ length }, () => {
		const word = chance.pickOften(all());
		return word[0]?.toUpperCase() + word.slice(1);
	}).join(' ');

export const han = (chance: Random, length: number): string =>
	String.fromCharCode(
		...Array.from({ length }, () => 0x4e00 + Math.floor((chance.below(1e6) / 1e6) ** 2 * SIGNS)),
	);

/** A reading for each sign, always the same; not the true one. */
export const pinyinOf = (text: string): string =>
	Array.from(text.replace(/[^一-鿿]/g, ''), (sign) => SYLLABLES[sign.charCodeAt(0) % SYLLABLES.length]).join(
		' ',
	) || 'a';
