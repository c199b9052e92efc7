/** Options and welcome page. */
import { render } from 'preact';
import type { AccessProps } from '../../../components/control/Access.tsx';
import { Kept } from '../../../components/kept/Kept.tsx';
import { Options } from '../../../components/options/Options.tsx';
import { Welcome } from '../../../components/welcome/Welcome.tsx';
import type { Settings } from '../../../lib/settings/index.ts';
import { data, keptLines, nothing, params, paused, words } from './given.ts';

export function drawOptions() {
	const full = params.has('full');
	const settings: Settings = {
		reader: 'auto',
		look: 'marks',
		show: 'once',
		badge: true,
		keep: false,
		paused,
		off: full ? ['news.example.org', 'mail.example.com'] : [],
		hidden: full ? ['p/vladimir-putin', 'p/vostochny', 'gone/somebody'] : [],
		repaired: '',
	};
	render(
		<Options
			locale={words}
			settings={settings}
			access={accessOf(full ? 'sites' : 'all')}
			hidden={settings.hidden.map((id) => {
				const line = data.names.find((name) => id === `p/${name.id}`);
				return { id, name: line?.name ?? null, description: line?.description ?? null };
			})}
			shortcuts={{
				commands: [
					{ name: 'next-name', shortcut: 'Alt+Shift+N' },
					{ name: 'previous-name', shortcut: 'Alt+Shift+P' },
					{ name: 'toggle-card', shortcut: '' },
					{ name: 'open-panel', shortcut: 'Alt+Shift+L' },
				],
				page: full ? null : 'chrome://extensions/shortcuts',
				onOpen: nothing,
			}}
			file={{
				imported: full ? { code: 'settings-invalid', at: 'off.3' } : null,
				onExport: nothing,
				onImport: nothing,
			}}
			onChange={nothing}
		/>,
		document.body,
	);
}

export function drawWelcome() {
	render(
		<Welcome
			locale={words}
			access={accessOf(params.has('chosen') ? 'sites' : null)}
			modes={{ look: 'marks', onLook: nothing }}
			names="zh-Hant-TW"
			onNames={nothing}
		/>,
		document.body,
	);
}

function accessOf(access: AccessProps['access']): AccessProps {
	return {
		access,
		sites: access === 'sites' ? ['bbc.com', 'a-rather-long-name-of-a-site.news.example.org'] : [],
		refused: params.has('refused'),
		onAccess: nothing,
		onAdd: () => false,
		onRemove: nothing,
	};
}

export function drawKept() {
	const pages = params.has('none') ? [] : keptLines();
	render(
		<Kept
			locale={words}
			on={!params.has('none')}
			pages={pages}
			packs={pages.length > 0 ? [{ id: 'p', title: data.card.pack?.title.text ?? '' }] : []}
			onSwitch={nothing}
			onEdit={nothing}
			onDelete={nothing}
			onDeleteAll={nothing}
			onExport={nothing}
		/>,
		document.body,
	);
}
