/** Views drawn by hand, close to what the bundled pack gives, so that looks can be judged without a store. */
import type {
	CardView,
	ClaimLine,
	EventLine,
	EventView,
	ReportLine,
	Said,
	SourceLine,
} from '../../../lib/corpus/views.ts';

export type SampleLang = 'en' | 'zh-Hans' | 'zh-Hant-TW';
type Speak = (en: string, hans: string, hant: string) => Said;

export function sample(lang: SampleLang) {
	const say: Speak = (en, hans, hant) => ({ text: { en, 'zh-Hans': hans, 'zh-Hant-TW': hant }[lang], lang });
	const outlets = {
		dw: say('Deutsche Welle', '德国之声', '德國之聲'),
		storm: say('Storm Media', '风传媒', '風傳媒'),
		rfi: say('RFI', 'RFI 法国国际广播电台', 'RFI 法國國際廣播電台'),
		vision: say('Vision Times', '看中国', '看中國'),
		oriental: say('Oriental Daily News', '东方日报', '東方日報（馬來西亞）'),
		tass: say('TASS', '塔斯社', '塔斯社'),
	};
	const speakers = {
		putin: say('Vladimir Putin', '普京', '普丁'),
		peskov: say('Dmitry Peskov', '佩斯科夫', '佩斯科夫'),
		budanov: say('Kyrylo Budanov', '布达诺夫', '布達諾夫'),
	};
	const russia = say('Russia', '俄罗斯', '俄羅斯');
	const ukraine = say('Ukraine', '乌克兰', '烏克蘭');
	const urls: Record<string, string> = {
		storm: 'https://www.storm.mg/article/4868504',
		rfi: 'https://www.rfi.fr/cn/',
		vision: 'https://www.secretchina.com/news/b5/2023/09/14/1045243.html',
		oriental: 'https://www.orientaldaily.com.my/index.php/news/international/2023/09/14/596782',
	};

	const report = (
		article: string,
		chain: ReportLine['chain'],
		rest: Partial<ReportLine> = {},
	): ReportLine => ({
		article,
		chain,
		stance: 'reports',
		wording: null,
		date: article === 'storm' ? '2023-09-13T19:51+08:00' : '2023-09-14',
		url: urls[article] ?? null,
		pointer: { text: '衛星', lang: 'zh-Hant' },
		here: article === 'storm',
		...rest,
	});
	const claim = (
		id: string,
		text: Said,
		reports: ReportLine[],
		rest: Partial<ClaimLine> = {},
	): ClaimLine => ({
		id,
		text,
		kind: 'statement',
		modality: 'done',
		speaker: null,
		party: null,
		unlike: null,
		reports,
		answers: null,
		...rest,
	});

	const other = 'words-otherwise' as const;
	const satellite = claim(
		'satellites',
		say('Russia will help North Korea build satellites', '俄方将帮助朝鲜发展卫星', '俄方將協助北韓發展衛星'),
		[
			report('storm', [outlets.storm, outlets.dw]),
			report('rfi', [outlets.rfi], {
				stance: other,
				wording: say('raised it as a possibility', '只提出这种可能性', '只提出這種可能'),
			}),
			report('vision', [outlets.vision], {
				stance: other,
				wording: say(
					'quotes only his answer that this is why they came',
					'只引他“正是为此而来”一句',
					'只引「正是為此而來」一句',
				),
			}),
		],
		{ speaker: speakers.putin, party: speakers.putin, unlike: other },
	);
	const cosmonaut = claim(
		'cosmonaut',
		say('A North Korean could train and fly to space', '朝鲜人可受训并上太空', '北韓人可受訓並上太空'),
		[
			report('oriental', [outlets.oriental, { ...outlets.tass, basis: 'credited' }]),
			report('rfi', [outlets.rfi, { ...outlets.tass, basis: 'inferred' }], {
				stance: other,
				wording: say('Moscow made the offer', '由莫斯科主动提出', '由莫斯科主動提出'),
			}),
		],
		{ speaker: speakers.peskov, party: russia, unlike: other, modality: 'proposed' },
	);
	const border = claim(
		'border',
		say(
			'The train crossed the border on Tuesday, 12 September',
			'专列9月12日（周二）入境',
			'專列9月12日（週二）入境',
		),
		[
			report('rfi', [outlets.rfi]),
			report('oriental', [outlets.oriental], {
				stance: 'differs',
				wording: say('on Monday, 11 September', '9月11日（周一）', '9月11日（週一）'),
			}),
		],
		{ kind: 'figure', unlike: 'differs' },
	);
	const arms = claim(
		'arms-shipped',
		say('Arms have been shipped for over a month', '军火已交付一个多月', '軍火已交付一個多月'),
		[report('vision', [outlets.vision, say('NV', 'NV', 'NV')])],
		{ speaker: speakers.budanov, party: ukraine, modality: 'alleged' },
	);
	const denial = claim(
		'arms-denied',
		say('No arms deal was signed', '没有签署军火协议', '沒有簽署軍火協議'),
		[report('rfi', [outlets.rfi, outlets.tass])],
		{ speaker: speakers.peskov, party: russia, modality: 'denied', answers: 'arms-shipped' },
	);
	const plain = [
		claim(
			'tour',
			say('They toured the launch site before the talks', '会谈前参观发射设施', '會談前參觀發射設施'),
			[
				report('storm', [outlets.storm, outlets.dw]),
				report('oriental', [outlets.oriental]),
				report('rfi', [outlets.rfi]),
			],
		),
		claim(
			'last-met',
			say('They last met in April 2019', '两人上次会面是2019年4月', '兩人上次會面是2019年4月'),
			[report('storm', [outlets.storm, outlets.dw])],
		),
		claim(
			'invite',
			say('Putin accepted an invitation to Pyongyang', '普京接受访问平壤的邀请', '普丁接受訪問平壤的邀請'),
			[report('vision', [outlets.vision]), report('rfi', [outlets.rfi])],
		),
		claim(
			'komsomolsk',
			say(
				'Kim goes on to Komsomolsk-on-Amur',
				'金正恩将前往阿穆尔河畔共青城',
				'金正恩將前往阿穆爾河畔共青城',
			),
			[report('oriental', [outlets.oriental])],
			{ modality: 'planned' },
		),
	];
	const claimLines = [satellite, cosmonaut, border, arms, denial, ...plain];

	const source = (article: string, outlet: Said, maker: Said | null, title: Said | null): SourceLine => ({
		article,
		outlet,
		maker,
		date: article === 'storm' ? '2023-09-13T19:51+08:00' : '2023-09-14',
		title,
		dateline: title === null ? { text: '（莫斯科14日讯）', lang: 'zh-Hans' } : null,
		url: urls[article] ?? null,
		here: article === 'storm',
		says: claimLines.flatMap(({ id, text, reports }) =>
			reports
				.filter((one) => one.article === article)
				.map(({ wording, stance }) => ({ claim: id, text: wording ?? text, stance })),
		),
	});
	const summit: EventView = {
		id: 'vostochny-2023',
		name: say(
			'Putin and Kim Jong Un meet at Vostochny',
			'普京与金正恩在东方航天发射场会晤',
			'普丁與金正恩在東方太空發射場會晤',
		),
		when: { start: '2023-09-13T13:00+09:00', end: null, precision: 'hour', zone: 'Asia/Yakutsk' },
		place: say('Amur Oblast, Russia', '俄罗斯阿穆尔州', '俄羅斯阿穆爾州'),
		articles: 4,
		claims: claimLines.length,
		relation: 'about',
		summary: null,
		series: { name: say('Putin–Kim summits', '普京–金正恩会晤', '普金會'), at: 2, of: 3 },
		sources: [
			source('storm', outlets.storm, outlets.dw, {
				text: '普丁、金正恩會面：為「主權」並肩',
				lang: 'zh-Hant-TW',
			}),
			source('oriental', outlets.oriental, null, null),
			source('rfi', outlets.rfi, null, { text: '普京与金正恩会晤后的几个问号', lang: 'zh-Hans' }),
			source('vision', outlets.vision, null, { text: '普金會談了什麼？', lang: 'zh-Hant' }),
		],
		claimLines,
	};
	const pyongyang: EventView = {
		...summit,
		id: 'pyongyang-2024',
		name: say('Putin visits Pyongyang', '普京访问平壤', '普丁訪問平壤'),
		when: { start: '2024-06-18', end: '2024-06-19', precision: 'day', zone: 'Asia/Pyongyang' },
		place: say('Pyongyang', '平壤', '平壤'),
		articles: 1,
		relation: 'none',
		series: { name: say('Putin–Kim summits', '普京–金正恩会晤', '普金會'), at: 3, of: 3 },
		sources: [source('oriental', outlets.oriental, null, null)],
		claimLines: plain,
	};
	const card: CardView = {
		entity: 'vladimir-putin',
		kind: 'person',
		heading: { text: '普丁', lang: 'zh-Hant-TW' },
		own: lang === 'zh-Hant-TW' ? null : speakers.putin,
		native: { text: 'Владимир Путин', lang: 'ru' },
		scripts: lang === 'en' ? [{ text: '普京', lang: 'zh-Hans' }] : [{ text: 'Vladimir Putin', lang: 'en' }],
		names: [
			{
				regions: ['CN', 'HK', 'SG', 'MY'],
				forms: [{ text: '普京', lang: 'zh-Hans', usedBy: [], until: null }],
			},
			{
				regions: ['TW'],
				forms: [
					{ text: '普丁', lang: 'zh-Hant-TW', usedBy: [], until: null },
					{ text: '蒲亭', lang: 'zh-Hant-TW', usedBy: ['中央社'], until: null },
					{ text: '普亭', lang: 'zh-Hant-TW', usedBy: ['聯合報'], until: null },
					{ text: '普汀', lang: 'zh-Hant-TW', usedBy: [], until: '2005' },
				],
			},
			{ regions: ['EN'], forms: [{ text: 'Putin', lang: 'en', usedBy: [], until: null }] },
		],
		description: say('President of Russia', '俄罗斯总统', '俄羅斯總統'),
		role: null,
		elsewhere: [],
		events: [summit, pyongyang],
		pack: {
			id: '5d0c7a91e3f24b68a1970c4be82f63d5',
			title: say('Putin–Kim summits', '普京–金正恩会晤', '普丁與金正恩會晤'),
			asOf: '2024-06-19',
			version: '1.4',
			articles: 5,
			corrections: 'corrections@sidelight.example',
		},
	};
	const line = ({ summary: _s, series: _e, sources: _o, claimLines: _c, ...rest }: EventView): EventLine =>
		rest;
	const names = [
		{
			id: 'vladimir-putin',
			name: speakers.putin,
			others: [
				{ text: 'Путин', lang: 'ru' },
				{ text: '普京', lang: 'zh-Hans' },
			],
			kind: 'person' as const,
			description: card.description,
		},
		{
			id: 'kim-jong-un',
			name: say('Kim Jong Un', '金正恩', '金正恩'),
			others: [{ text: '김정은', lang: 'ko' }],
			kind: 'person' as const,
			description: say('Leader of North Korea', '朝鲜最高领导人', '北韓領導人'),
		},
		{
			id: 'vostochny',
			name: say('Vostochny Cosmodrome', '东方航天发射场', '東方太空發射場'),
			others: [{ text: 'Восточный', lang: 'ru' }],
			kind: 'facility' as const,
			description: say('Launch site in Russia’s Far East', '俄罗斯远东的发射场', '俄羅斯遠東的發射場'),
		},
	];
	const shown = [
		{ id: 'storm', name: outlets.storm, medium: 'website' as const, country: 'TW' },
		{ id: 'tass', name: outlets.tass, medium: 'agency' as const, country: 'RU' },
	];
	const articles = [
		{
			id: 'vision-0914',
			title: say('Two leaders meet in the Far East', '两国领导人在远东会面', '兩國領導人在遠東會面'),
			outlet: outlets.vision,
			date: '2023-09-14',
		},
		{ id: 'rfi-0913', title: null, outlet: outlets.rfi, date: '2023-09-13' },
	];
	const lines = [pyongyang, summit].map(line);
	const places = {
		here: say('Vostochny Cosmodrome', '东方航天发射场', '東方太空發射場'),
		moscow: say('Moscow', '莫斯科', '莫斯科'),
		pyongyang: say('Pyongyang', '平壤', '平壤'),
	};
	return { card, events: [pyongyang, summit], lines, names, outlets: shown, articles, places };
}
