/** The side panel beside a page in Traditional Chinese. */
import { render } from 'preact';
import { Panel } from '../../../components/panel/Panel.tsx';
import { comparedSample, timesSample } from './compared.ts';
import { data, nothing, pageOf, params, paused, words } from './given.ts';

export function drawPanel() {
	const text = '朝鮮領導人金正恩與俄羅斯總統普丁十三日在東方太空發射場會面，兩人參觀了發射設施。';
	const mentions = ['金正恩', '普丁', '東方太空發射場'].map((name, at) => {
		const start = text.indexOf(name);
		return {
			at,
			said: { text: name, lang: 'zh-Hant-TW' },
			before: text.slice(Math.max(0, start - 12), start),
			after: `${text.slice(start + name.length, start + name.length + 12)}…`,
		};
	});
	const compared = () => {
		const event = data.events.find(({ id }) => id === 'vostochny-2023');
		const noList = params.get('no-list') as 'undated' | null;
		const view = event && comparedSample(event, data.card.pack, { same: params.has('same'), noList });
		if (!view) return null;
		const [first, second] = event.claimLines;
		const now = (line: typeof first) => (line ? [{ claim: line.id, was: line.text, now: line.text }] : []);
		const corrected =
			params.has('corrected') && first && second
				? [...now(first), { claim: 'gone', was: second.text, now: null }]
				: [];
		return { view, corrected, times: timesSample(data.places) };
	};
	render(
		<Panel
			ask={{
				key: '',
				keeping: async () => ({ may: 'yes', on: true, kept: false, corrected: 1 }),
				paste: async () => compared(),
				keep: async () => {},
				forget: async () => {},
				allowKeeping: async () => {},
				page: { title: '', url: '' },
				compare: async () => compared(),
				event: async (id) => {
					const event = data.events.find((one) => one.id === id);
					return event ? { ...event, relation: 'about' } : null;
				},
			}}
			locale={words}
			state={(params.get('state') ?? 'ready') as 'ready'}
			page={params.has('nothing') ? null : pageOf()}
			mentions={mentions}
			announce
			paused={paused}
			onPause={nothing}
			onGrant={nothing}
			onSiteOn={nothing}
			onStart={nothing}
			onGo={nothing}
			onWhole={nothing}
			onSentence={nothing}
			onCopy={async () => true}
			onPrint={nothing}
			all={params.has('all')}
			onSettings={nothing}
		/>,
		document.body,
	);
}
