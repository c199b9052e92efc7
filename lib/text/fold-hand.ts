/**
 * Joins that fold-pairs.ts lacks, by hand. Each row is pairs of units: a unit, what it folds to.
 * Written for lib/text/fold.ts, which reads it after the generated pairs.
 */

/**
 * Chinese characters that OpenCC joins only inside phrases (瞭解), that are print variants (靑, 戶), Japanese forms that
 * Taiwanese and Hong Kong pages borrow (戸, 黒), or the spelling of one region's names (栢, 邨). 沈/沉, 畫/划 and
 * other pairs with two living meanings stay apart: those are aliases.
 */
export const HAN_PAIRS =
	'瞭了戸户彷仿锺钟凖准祇只甦苏砲炮礮炮藉借甯宁囉罗畊耕覆复効效姉姊峩峨暱昵燄焰畧略粺稗缐线翺翱饍膳裠裙' +
	'鞌鞍頴颖騒骚髪发黒黑黙默徳德靑青淸清値值汚污恵惠冨富襃褒廏厩諠喧瞋嗔犇奔婬淫壻婿窓窗牕窗嶋岛嶌岛廼乃' +
	'迺乃彊强瘉愈戱戏觔斤朶朵栢柏碁棋濬浚澂澄烱炯猨猿珎珍瑯琅毬球缾瓶疎疏覩睹椀碗咲笑餻糕羇羁揹背讎仇讐仇' +
	'賸剩偪逼邨村隣邻鑚钻隷隶鴈雁飇飙皷鼓讬托馀余谘咨菓果隄堤耡锄籐藤荳豆鼇鳌鑛矿鎗枪伕夫钜巨鬭斗尅克嵒岩' +
	'虵蛇';

/** Alphabets whose words stand between spaces: Latin, Greek, Cyrillic, Armenian and their extensions; half and full width. */
export const ALPHABETS: readonly (readonly [number, number])[] = [
	[0x0030, 0x058f],
	[0x1c80, 0x1c8f],
	[0x1d00, 0x1fff],
	[0x2100, 0x214f],
	[0x2c60, 0x2c7f],
	[0xa640, 0xa7ff],
	[0xab30, 0xab6f],
	[0xfb00, 0xfb06],
	[0xff10, 0xff5a],
];

/** Cyrillic and Greek letters that look like a Latin one, each with its other case, so that case still folds (save the Greek Ν, ν). */
export const LOOKALIKE_PAIRS =
	'аaвbеeкkмmнhоoрpсcтtуyхxіiјjѕsһhԁdԛqԝwӏlѵvүyԍgѡw' + 'αaβbεeζzηhιiκkμmνvΝnοoρpτtυyχxϲcϳj';

/** Letters with a stroke, which Unicode does not take apart. */
export const STROKE_PAIRS = 'ſsøołlđdħhŧtıiðdɓbɗdƙkɨiʉuɫl';

/** Quotation marks of every region: “联盟”号 is 「聯盟」號. Single low and high ones count as apostrophes. */
export const QUOTES = '“”„‟«»″〝〞〟「」『』﹁﹂﹃﹄｢｣＂';
export const APOSTROPHES = '‘’‚‛ʹʻʼˈ′`´＇';

/**
 * What stands between the parts of a name. The full-width stop is the middle dot of many
 * Taiwanese and Hong Kong pages (弗拉基米爾．普丁). The long dash — is punctuation between words, not part of a name.
 */
export const SEPARATORS = '-‐‑‒–−﹣－·‧•・･·∙⋅⸱ꞏ．';

/** Ranges of white space, line ends among them. */
export const SPACES: readonly (readonly [number, number])[] = [
	[0x0009, 0x000d],
	[0x0020, 0x0020],
	[0x0085, 0x0085],
	[0x00a0, 0x00a0],
	[0x1680, 0x1680],
	[0x2000, 0x200a],
	[0x2028, 0x2029],
	[0x202f, 0x202f],
	[0x205f, 0x205f],
	[0x3000, 0x3000],
];

/** Ranges, both ends included, of what is passed over: invisible units, and accents that stand as units of their own. */
export const SKIPPED: readonly (readonly [number, number])[] = [
	[0x0000, 0x0008], // controls that are no space
	[0x000e, 0x001f],
	[0x007f, 0x0084],
	[0x0086, 0x009f],
	[0x00ad, 0x00ad], // soft hyphen
	[0x0300, 0x036f], // accents: decomposed é is é
	[0x0483, 0x0489],
	[0x061c, 0x061c], // bidi marks, also below
	[0x115f, 0x1160],
	[0x17b4, 0x17b5],
	[0x180b, 0x180f],
	[0x1ab0, 0x1aff],
	[0x1dc0, 0x1dff],
	[0x200b, 0x200f], // zero width space, joiners, marks
	[0x202a, 0x202e],
	[0x2060, 0x206f],
	[0x20d0, 0x20ff],
	[0x302a, 0x302d],
	[0x3164, 0x3164],
	[0xfe00, 0xfe0f], // variation selectors
	[0xfe20, 0xfe2f],
	[0xfeff, 0xfeff], // byte order mark
	[0xfff9, 0xfffb],
];
