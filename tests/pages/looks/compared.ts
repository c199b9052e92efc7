/** A page of ours in Traditional Chinese beside the sample event, drawn by hand; grouped as the product does. */
import { groupsOf } from '../../../lib/corpus/compared-groups.ts';
import type {
	Column,
	ComparedLine,
	ComparisonView,
	Quote,
	Stand,
	TimeLine,
	TimesView,
} from '../../../lib/corpus/comparison-views.ts';
import type { EventView, PackLine, Said } from '../../../lib/corpus/views.ts';
import type { State } from '../../../lib/events/index.ts';
import { momentIn } from '../../../lib/text/index.ts';

const TEXT: Record<string, [sentence: string, ...words: string[]][]> = {
	satellites: [['問到會不會幫北韓造衛星，普丁一口答應會幫忙。', '北韓', '衛星', '會幫忙']],
	border: [['專列星期二清晨駛過圖們江大橋。', '專列', '星期二']],
	arms: [['烏克蘭軍情首長布達諾夫則說，砲彈早就在路上了。', '布達諾夫', '砲彈']],
	'last-met': [['兩人四年前在海參崴見過一面。', '四年前', '海參崴']],
	tour: [['入席前，主人領著客人看遍了發射台。', '發射台']],
};
const STATES: Record<string, State> = {
	satellites: 'worded',
	border: 'differs',
	'last-met': 'finer-elsewhere',
	'arms-shipped': 'found',
	'arms-denied': 'no-match',
	cosmonaut: 'no-match',
	komsomolsk: 'no-match',
	invite: 'came-later',
	tour: 'found',
};

export function comparedSample(
	event: EventView,
	pack: PackLine | null,
	{ same = false, noList = null }: { same?: boolean; noList?: ComparisonView['noList'] },
): ComparisonView {
	const all = event.sources.map(
		({ article, outlet, maker, date, title, url }): Column => ({
			article,
			outlet,
			maker,
			date,
			title,
			url,
			archive: null,
			kept: false,
		}),
	);
	const columns = all.filter(({ article }) => !same || article !== 'storm');
	const lines = event.claimLines.map((claim): ComparedLine => {
		const state = STATES[claim.id] ?? null;
		const reports = claim.reports
			.filter((report) => !same || !report.here)
			.map((report) => ({ ...report, here: false }));
		return {
			...claim,
			reports,
			state: noList && state === 'no-match' ? null : state,
			quotes: quotesOf(claim.id === 'arms-shipped' ? 'arms' : claim.id),
			stands: columns.map(({ article }) =>
				standOf(
					reports.find((one) => one.article === article),
					state,
				),
			),
			origins: reports.length,
			score: state === null ? 0.5 : 1,
		};
	});
	const storm = all.find(({ article }) => article === 'storm');
	return {
		event: { ...event, relation: 'about' },
		article: same && storm ? { ...storm, by: 'quotes' } : null,
		noList,
		columns,
		groups: groupsOf(lines),
		pack: {
			id: pack?.id ?? '',
			title: pack?.title ?? { text: '', lang: 'und' },
			asOf: pack?.asOf ?? '',
			version: '1.4',
			corrections: pack?.corrections ?? null,
		},
	};
}

function quotesOf(id: string): Quote[] {
	return (TEXT[id] ?? []).map(([text, ...words], block) => ({
		text,
		lang: 'zh-Hant-TW',
		spot: { block, start: 0, end: text.length },
		words: words.map((word): [number, number] => [text.indexOf(word), text.indexOf(word) + word.length]),
	}));
}

const STANDS = { reports: 'says', 'words-otherwise': 'worded', differs: 'differs' } as const;

function standOf(report: ComparedLine['reports'][number] | undefined, state: State | null): Stand {
	if (!report) return 'silent';
	return state === 'finer-elsewhere' ? 'finer' : STANDS[report.stance];
}

/** Days and times of the same page; `say` gives a place its name. */
export function timesSample(places: { here: Said; moscow: Said; pyongyang: Said }): TimesView {
	const clocks = [
		{ place: places.here, zone: 'Asia/Yakutsk' },
		{ place: places.moscow, zone: 'Europe/Moscow' },
		{ place: places.pyongyang, zone: 'Asia/Pyongyang' },
	];
	const line = (
		text: string,
		day: string,
		precision: TimeLine['precision'],
		[from, until]: [number, number],
		at = 0,
	): TimeLine => {
		const clock = clocks[at] ?? null;
		return {
			said: { text, lang: 'zh-Hant-TW' },
			spot: { block: at, start: from, end: from + text.length },
			day,
			precision,
			clock,
			assumed: at === 0,
			from: clock ? momentIn(clock.zone, day, from) : 0,
			until: clock ? momentIn(clock.zone, day, until) : 0,
		};
	};
	return {
		clocks,
		lines: [
			line('星期二清晨', '2023-09-12', 'part', [240, 420]),
			line('十三日', '2023-09-13', 'day', [0, 1440]),
			line('（莫斯科14日訊）', '2023-09-14', 'day', [0, 1440], 1),
			line('週三凌晨2時22分', '2023-09-13', 'minute', [142, 142]),
		],
	};
}
