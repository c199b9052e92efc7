/**
 * Made-up names and texts. Each entity has three Simplified, three Traditional and two English names, built as real
 * ones are: surname and given name, transliteration with a middle dot, place and kind of body. The hard variant has
 * names of random units that share no beginnings, all different.
 */
import type { Name } from '../../../lib/names/index.ts';
import { FOLD_PAIRS } from '../../../lib/text/fold-pairs.ts';
import { type Random, random } from './random.ts';

const SEED = 20230913;
/** Entities that one text is about. */
const ON_PAGE = 400;

const SURNAMES =
	'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文';
const GIVEN =
	'伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉玲建国华志红玉春梅海燕云飞鹏宇浩然博子轩梓涵欣怡雨泽佳慧俊雪松柏峰岩正恩日成东方永胜利民安康宁福寿禄祥瑞庆荣昌盛兴旺达通顺和美善良忠诚信义仁德才学思远';
const SOUNDS =
	'阿埃艾安奥巴班贝本比别波伯博布达丹德登迪第多杜厄恩尔法菲费弗夫福盖甘戈格古哈海赫亨胡霍基吉加贾杰捷金卡凯科克肯库拉莱兰朗勒雷里利林卢伦罗洛马迈曼梅米姆莫穆纳奈内尼涅诺帕派佩皮普齐恰乔切琴日茹萨塞桑绍舍施什斯苏索塔泰坦特托瓦万维韦文沃乌西希夏辛休雅亚扬耶叶伊因尤于约泽扎詹兹佐';
const PLACES =
	'东西南北中海江河山川湖州城京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼港澳台平安长春沈阳大连青岛济郑武汉广深厦福合肥昆明成都贵阳拉萨西兰银乌鲁木';
const BODIES =
	'研究院|委员会|航天中心|通讯社|大学|外交部|国防部|铁路局|机场|发射场|港务局|联合会|基金会|日报|电视台|集团公司|科学院|总署'.split(
		'|',
	);
const SYLLABLES =
	'al an ar ba bel bi bo da del do el en er fa fe ga gen go ha han hi in is ja jo ka ke ki ko la le li lo ma men mi mo na ne no ol or pa pe ra re ri ro sa se shi so ta te ti to ul ur va vi vo wa wi ya yo za zo'.split(
		' ',
	);
const BODIES_EN =
	'Institute|Committee|Agency|University|Ministry|Railway|Airport|Foundation|Daily|Group|Academy|Office'.split(
		'|',
	);
const FILLER =
	'的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严';
const FILLER_EN =
	'the of to and in a is that for it was on are as with they at be this from have by one had not but what all were when we there can an which their said if do will each about how up out them then she many some so these would other into has more her two like him see time could no make than first been its who now people my made over did down only way find use may water long little very after words called just where most know'.split(
		' ',
	);
const STOPS = '，，，，。。、；：“”（）';

const TRADITIONAL = new Map(
	Array.from({ length: FOLD_PAIRS.length / 2 }, (_, at) => [
		FOLD_PAIRS[at * 2 + 1] ?? '',
		FOLD_PAIRS[at * 2] ?? '',
	]),
);
const traditional = (text: string) => Array.from(text, (unit) => TRADITIONAL.get(unit) ?? unit).join('');

/** `count` names, a multiple of eight save for the last entity. */
export const makeNames = (count: number, hard = false): Name[] => [...eachName(count, hard)];

/** The same, each made when it is asked for. */
export function* eachName(count: number, hard = false): Generator<Name, void> {
	const chance = random(SEED);
	const make = hard ? hardTexts : texts;
	for (let entity = 0, made = 0; made < count; entity++) {
		for (const text of make(chance)) if (made++ < count) yield { text, entity, strength: 'strong' };
	}
}

/** At least `length` units, in one piece (a slice of a string reads far slower), about up to 400 of the entities, one name in about 40 units (zh) or 70 (en). */
export function makeText(names: readonly Name[], lang: 'zh' | 'en', length: number): string {
	const chance = random(SEED + 1);
	const isEnglish = ({ text }: Name) => /^[\x20-\x7f]+$/.test(text);
	const onPage = Array.from({ length: ON_PAGE }, () => names[chance.below(names.length)] as Name).filter(
		(name) => isEnglish(name) === (lang === 'en'),
	);
	const parts: string[] = [];
	for (let units = 0; units < length; ) {
		const part = chance.below(10) === 0 ? chance.pick(onPage).text : filler(chance, lang);
		parts.push(lang === 'en' ? `${part} ` : part);
		units += part.length;
	}
	return parts.join('');
}

function filler(chance: Random, lang: 'zh' | 'en'): string {
	const words = Array.from({ length: 2 + chance.below(4) }, () =>
		chance.pickOften(lang === 'zh' ? FILLER : FILLER_EN),
	);
	if (lang === 'en') return words.join(' ') + chance.pick(['', '', ',', '.']);
	return words.join('') + (chance.below(3) === 0 ? chance.pick(STOPS) : '');
}

function texts(chance: Random): string[] {
	const kind = chance.below(3);
	const simplified = kind === 0 ? chinese(chance) : kind === 1 ? foreign(chance) : body(chance);
	const [given, family] = [word(chance), word(chance)];
	const english =
		kind === 2
			? [`${family} ${chance.pick(BODIES_EN)}`, `${family} ${given} ${chance.pick(BODIES_EN)}`]
			: [`${given} ${family}`, `${given} ${word(chance)} ${family}`];
	return [...simplified, ...simplified.map(traditional), ...english];
}

function chinese(chance: Random): string[] {
	const family = chance.pickOften(SURNAMES);
	const name = () => family + chance.pick(GIVEN) + (chance.below(5) === 0 ? '' : chance.pick(GIVEN));
	return [name(), name(), `${name()}${chance.pick(['主席', '总统', '部长', '院士'])}`];
}

function foreign(chance: Random): string[] {
	const family = sounds(chance, 2 + chance.below(4));
	return [family, `${sounds(chance, 2 + chance.below(3))}·${family}`, sounds(chance, 3 + chance.below(3))];
}

function body(chance: Random): string[] {
	const place = chance.pick(PLACES) + chance.pick(PLACES);
	const kind = chance.pick(BODIES);
	return [place + kind, place + chance.pick(PLACES) + kind, place + chance.pick(GIVEN) + chance.pick(BODIES)];
}

const sounds = (chance: Random, length: number) => Array.from({ length }, () => chance.pick(SOUNDS)).join('');

function word(chance: Random): string {
	const text = Array.from({ length: 2 + chance.below(2) }, () => chance.pick(SYLLABLES)).join('');
	return text.charAt(0).toUpperCase() + text.slice(1);
}

function hardTexts(chance: Random): string[] {
	const han = () =>
		String.fromCharCode(...Array.from({ length: 3 + chance.below(4) }, () => 0x4e00 + chance.below(0x5000)));
	const latin = () =>
		String.fromCharCode(
			0x41 + chance.below(26),
			...Array.from({ length: 6 + chance.below(8) }, () => 0x61 + chance.below(26)),
		);
	return [han(), han(), han(), han(), han(), han(), latin(), `${latin()} ${latin()}`];
}
