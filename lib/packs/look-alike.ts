/** Whether two names look alike to a reader though they are written otherwise. Touches nothing. */

/** Letters of other scripts, and digits, drawn like a Latin letter. From Unicode's confusables, the usual ones. */
const DRAWN_LIKE: Record<string, string> = Object.fromEntries(
	[
		'a аα',
		'b Ьв',
		'c сϲ',
		'd ԁ',
		'e еεё',
		'g ɡ',
		'h һн',
		'i іιıl1|',
		'j ј',
		'k кκ',
		'm мμ',
		'n ո',
		'o оο0օ',
		'p рρ',
		'q ԛ',
		'r г',
		's ѕ5',
		't тτ',
		'u υս',
		'v ѵν',
		'w ѡԝ',
		'x хχ',
		'y уγү',
		'z з2',
	].flatMap((line) => [...line.slice(2)].map((char) => [char, line[0] as string])),
);

export const looksLike = (one: string, other: string): boolean => skeleton(one) === skeleton(other);

const skeleton = (text: string): string =>
	[...text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()]
		.map((char) => DRAWN_LIKE[char] ?? char)
		.join('')
		.replace(/[\s\p{P}]+/gu, '');
