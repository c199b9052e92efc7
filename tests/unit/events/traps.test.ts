/** Differences that are real, and those that only seem so: nothing is called a difference that is none. */
import { beforeAll, describe, expect, it } from 'vitest';
import { compareDocument, DOCUMENTS } from '../../bench/compare/documents.ts';
import { haveDocuments } from '../../browser/support/pages.ts';
import { compareLines, openPack, type Pack } from '../../support/pack.ts';

let pack: Pack;

beforeAll(async () => {
	pack = await openPack('seeds/putin-kim-summits');
});

type EventId = 'vostochny-2023' | 'pyongyang-2024';

async function stateOf(claim: string, text: string, event: EventId = 'vostochny-2023') {
	const { claims } = await compareLines(pack, [text], event);
	return claims.find((one) => one.claim === claim)?.state ?? null;
}

/** Claim, sentence, state: what only seems to differ. */
const APPARENT: [claim: string, text: string, state: string, event?: EventId][] = [
	['time-since-2019', '普京与金正恩时隔四年再次会晤。', 'finer-elsewhere'],
	['time-since-2019', 'Putin and Kim met for the first time in four years.', 'finer-elsewhere'],
	['time-since-2019', '普丁與金正恩時隔四年五個月再度會面。', 'found'],
	['first-visit-in-24-years', '普京时隔24年再次访问朝鲜。', 'found', 'pyongyang-2024'],
	['putin-visited-2000', '普京上次访问朝鲜是在2000年。', 'found', 'pyongyang-2024'],
	['lavrov-october', '克里姆林宮說，拉夫羅夫將於下個月訪問平壤。', 'found'],
	['lavrov-october', '克里姆林宫说，拉夫罗夫将于10月访问平壤。', 'found'],
	['plant-visit-friday', '金正恩明日参观生产战机的工厂。', 'found'],
	['plant-visit-friday', '金正恩預計周五參觀生產戰機的工廠。', 'found'],
	['putin-announces-komsomolsk', '普京表示，金正恩现在访问阿穆尔河畔共青城的飞机工厂。', 'found'],
	['landed-0222', '莫斯科时间18日20时22分，普京专机在顺安机场降落。', 'found', 'pyongyang-2024'],
	['landed-0222', '普京的专机凌晨2时22分在顺安机场降落。', 'found', 'pyongyang-2024'],
	['two-satellite-failures', '朝鲜5月和8月发射卫星均告失败。', 'found'],
	['two-satellite-failures', '北韓最近兩次發射衛星都失敗。', 'found'],
	['pacific-fleet-plan', '普京说，金正恩将视察太平洋舰队。', 'found'],
	['pacific-fleet-plan', '普京說，金正恩將出席太平洋艦隊的展示。', 'found'],
	['peskov-sensitive-areas', '佩斯科夫说，两国在不宜公开的敏感领域合作。', 'found'],
	['peskov-sensitive-areas', '佩斯科夫說，兩國在不宜對外公布的敏感領域合作。', 'found'],
	['kim-rocket-interest', '普京说，金正恩对火箭技术很感兴趣。', 'found'],
	['kim-rocket-interest', '普京說，金正恩對火箭工程興趣濃厚。', 'found'],
];

/** Claim, sentence: neither found nor in contradiction. */
const SILENT: [claim: string, text: string, event?: EventId][] = [
	['landed-0222', '克里姆林宫凌晨2时46分在Telegram上发布普京抵达平壤的消息。', 'pyongyang-2024'],
	['formal-talks-two-hours', '双方代表团的会谈持续了五个小时。'],
	['talks-with-officials', '发射场的正式会谈历时两个多小时。'],
	['missile-range', '乌克兰军方称，另一枚导弹飞行了800公里。'],
	['kim-great-victory', '金正恩称对俄关系是朝鲜外交的绝对优先事项。'],
	['kim-absolute-priority', '金正恩祝酒说，俄罗斯必将战胜邪恶的霸权敌人。'],
	['putin-military-prospects', '佩斯科夫说，俄朝在不便公开的敏感领域合作。'],
	['peskov-sensitive-areas', '普京谈到了军事合作的前景。'],
	['joint-declaration-issued', '俄罗斯杜马当时批准了两国的友好条约。'],
	['duma-ratified-treaty', '普京与金正日2000年发表联合声明。'],
	['saw-rocket-facilities', '李素妍2008年乘联盟号飞船进入国际空间站。'],
	['talks-held', '2019年4月，普京与金正恩在符拉迪沃斯托克举行会谈。'],
];

/** Claim, sentence: both cannot be true, and whoever says it said the other too. */
const REAL: [claim: string, text: string, event?: EventId][] = [
	['lavrov-october', '克里姆林宫说，拉夫罗夫将于11月访问平壤。'],
	['missile-range', '日本海上保安厅称，导弹飞行了约800公里。'],
	['landed-0222', '普京的专机凌晨3时35分在顺安机场降落。', 'pyongyang-2024'],
	['formal-talks-two-hours', 'The formal talks took more than five hours.'],
	['first-visit-in-24-years', '普京时隔15年再次访问朝鲜。', 'pyongyang-2024'],
];

describe('what only seems to differ', () => {
	it.each(APPARENT)('%s: %s', async (claim, text, state, event) => {
		expect(await stateOf(claim, text, event)).toBe(state);
	});

	it.each(SILENT)('is no word on %s: %s', async (claim, text, event) => {
		expect(['no-match', null]).toContain(await stateOf(claim, text, event));
	});
});

describe('what truly differs', () => {
	it.each(REAL)('%s: %s', async (claim, text, event) => {
		expect(await stateOf(claim, text, event)).toBe('differs');
	});

	it('names the articles that say otherwise, and no other', async () => {
		const { claims } = await compareLines(pack, ['克里姆林宫说，拉夫罗夫将于11月访问平壤。']);
		const lavrov = claims.find(({ claim }) => claim === 'lavrov-october');
		expect(lavrov?.unlike).toEqual(['visiontimes-2023-09-14', 'rfi-2023-09-14']);
	});
});

describe.skipIf(!haveDocuments)('the five documents (beside this checkout)', () => {
	const WORDED: Record<string, string[]> = {
		'000': ['cosmonaut-offer'],
		'001': ['all-issues', 'putin-satellite-help'],
		'002': ['all-issues', 'cosmonaut-offer', 'putin-satellite-help'],
		'003': [],
		'004': ['cosmonaut-offer', 'putin-satellite-help'],
	};

	it.each(DOCUMENTS)(
		'$number: every remark told in another strength, and no difference',
		async (document) => {
			const { answer } = await compareDocument(pack, document, true);
			const { claims, article } = answer.comparison ?? { claims: [], article: null };
			const of = (state: string) => claims.filter((one) => one.state === state).map(({ claim }) => claim);
			expect(article?.id).toBe(document.article);
			expect(of('worded').sort()).toEqual(WORDED[document.number]);
			expect(of('differs')).toEqual([]);
		},
	);

	it.each(DOCUMENTS)('$number: no difference either where the pack does not know it', async (document) => {
		const { answer } = await compareDocument(pack, document);
		expect(answer.comparison?.article).toBeNull();
		expect(answer.comparison?.claims.filter(({ state }) => state === 'differs')).toEqual([]);
	});
});
