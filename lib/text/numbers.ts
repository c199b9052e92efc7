/** Numbers as Chinese and English write them, in digits and in words. Touches nothing. */

export interface FoundNumber {
	start: number;
	end: number;
	value: number;
}

const HAN_DIGITS: Record<string, number> = {
	〇: 0,
	零: 0,
	一: 1,
	二: 2,
	两: 2,
	兩: 2,
	三: 3,
	四: 4,
	五: 5,
	六: 6,
	七: 7,
	八: 8,
	九: 9,
};
const HAN_UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 };
const WORDS =
	'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
		' ',
	);
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINALS: Record<string, number> = {
	first: 1,
	second: 2,
	third: 3,
	fourth: 4,
	fifth: 5,
	sixth: 6,
	twice: 2,
	both: 2,
	a: 1,
	an: 1,
};

const DIGITS = /(?<![\d.])\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\d.])\d+(?:\.\d+)?/g;
const HAN = /[〇零一二两兩三四五六七八九十百千万萬亿億]+/g;
const ENGLISH = new RegExp(
	`\\b(?:(?:${TENS.join('|')})(?:[- ](?:${WORDS.slice(1, 10).join('|')}))?|${WORDS.join('|')}|${Object.keys(ORDINALS).join('|')})\\b`,
	'gi',
);

/** All numbers of a text in order. Digits may be followed by 万 or 億, which multiply. */
export function numbersIn(text: string): FoundNumber[] {
	const found: FoundNumber[] = [];
	for (const match of text.matchAll(DIGITS)) {
		const end = match.index + match[0].length;
		const unit = HAN_UNITS[text[end] ?? ''];
		const scale = unit && unit >= 1e4 ? unit : 1;
		found.push({
			start: match.index,
			end: scale > 1 ? end + 1 : end,
			value: Number(match[0].replaceAll(',', '')) * scale,
		});
	}
	for (const match of text.matchAll(HAN)) {
		// Right after digits it is their multiplier, not a number of its own.
		if (/\d/.test(text[match.index - 1] ?? '')) continue;
		found.push({ start: match.index, end: match.index + match[0].length, value: hanValue(match[0]) });
	}
	for (const match of text.matchAll(ENGLISH)) {
		found.push({
			start: match.index,
			end: match.index + match[0].length,
			value: englishValue(match[0].toLowerCase()),
		});
	}
	return found.sort((a, b) => a.start - b.start);
}

function hanValue(text: string): number {
	// 二〇二三 is read digit by digit.
	if (![...text].some((char) => char in HAN_UNITS))
		return Number([...text].map((char) => HAN_DIGITS[char]).join(''));
	let total = 0;
	let section = 0;
	let digit: number | null = null;
	for (const char of text) {
		const unit = HAN_UNITS[char];
		if (unit === undefined) digit = HAN_DIGITS[char] ?? 0;
		else if (unit >= 1e4) {
			total += (section + (digit ?? 0) || 1) * unit;
			section = 0;
			digit = null;
		} else {
			section += (digit ?? 1) * unit;
			digit = null;
		}
	}
	return total + section + (digit ?? 0);
}

function englishValue(word: string): number {
	const [first = '', second = ''] = word.split(/[- ]/);
	const tens = TENS.indexOf(first);
	if (tens >= 0) return (tens + 2) * 10 + Math.max(0, WORDS.indexOf(second));
	return ORDINALS[word] ?? WORDS.indexOf(word);
}
