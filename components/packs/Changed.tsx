/** How many facts the last update added, altered and withdrew, by kind; and, when asked, what became of the statements. */
import { useEffect, useState } from 'preact/hooks';
import type { CorrectedLine } from '../../lib/corpus/views.ts';
import type { Changes } from '../../lib/packs/index.ts';
import { Corrected } from '../card/Corrected.tsx';
import { useLocale } from '../locale.ts';
import { useCount, useWords } from './texts/index.ts';

const HOW = ['withdrawn', 'altered', 'added'] as const;
const KINDS = ['claims', 'events', 'entities', 'articles', 'sources', 'terms'] as const;

interface Props {
	changes: Changes;
	corrected: () => Promise<CorrectedLine[]>;
}

export function Changed({ changes, corrected }: Props) {
	const say = useWords();
	const count = useCount();
	const { list } = useLocale();
	const [open, setOpen] = useState(false);
	const lines = HOW.flatMap((how) => {
		const parts = KINDS.flatMap((kind) => {
			const n = changes[how][kind];
			return n ? [count(kind, n)] : [];
		});
		return parts.length > 0 ? [say(how, list(parts))] : [];
	});
	return (
		<>
			<span class="counts">{lines.length > 0 ? lines.join(' · ') : say('noChanges')}</span>
			{(changes.altered.claims || changes.withdrawn.claims) && (
				<details onToggle={(event) => setOpen(event.currentTarget.open)}>
					<summary>{say('correctedShow')}</summary>
					{open && <Lines changes={changes} corrected={corrected} />}
				</details>
			)}
		</>
	);
}

/** Asked for when it is opened, and again when another version comes. */
function Lines({ changes, corrected }: Props) {
	const say = useWords();
	const [lines, setLines] = useState<CorrectedLine[] | null>(null);
	const version = JSON.stringify(changes);
	useEffect(() => {
		let gone = false;
		corrected().then(
			(got) => {
				if (!gone) setLines(got);
			},
			() => undefined,
		);
		return () => {
			gone = true;
		};
	}, [version]);
	if (lines === null) return null;
	const all = (changes.altered.claims ?? 0) + (changes.withdrawn.claims ?? 0);
	const silent = lines.filter(({ was, now }) => was.text === now?.text).length;
	return (
		<>
			<Corrected lines={lines.filter(({ was, now }) => was.text !== now?.text)} />
			{silent > 0 && <p class="meta">{say('correctedElse', silent)}</p>}
			{all > lines.length && <p class="meta">{say('correctedMost', lines.length, all)}</p>}
		</>
	);
}
