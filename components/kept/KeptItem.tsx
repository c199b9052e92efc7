/** One kept page: its record can be put right, its claims worded anew or taken out. */
import { useId } from 'preact/hooks';
import type { Said } from '../../lib/corpus/views.ts';
import type { Kept, KeptClaim } from '../../lib/kept/index.ts';
import { useLocale } from '../locale.ts';
import { Outlink } from '../text/Outlink.tsx';
import { Say } from '../text/Say.tsx';
import { MarginSign } from '../text/Sign.tsx';

export interface KeptLine {
	kept: Kept;
	event: Said | null;
	/** As the claims are. */
	claims: { text: Said | null; corrected: { how: 'altered' | 'withdrawn'; at: string; was: Said } | null }[];
}

export interface KeptActs {
	/** Of the record as it is by then: two edits in a row lose none. */
	onEdit: (id: string, edit: (kept: Kept) => Kept) => void;
	onDelete: (id: string) => void;
}

export function KeptItem({ page: { kept, event, claims }, onEdit, onDelete }: KeptActs & { page: KeptLine }) {
	const { t } = useLocale();
	const change = (part: Partial<Kept>) => onEdit(kept.id, (now) => ({ ...now, ...part }));
	const changeClaim = (id: string, to: (claim: KeptClaim) => KeptClaim[]) =>
		onEdit(kept.id, (now) => ({
			...now,
			claims: now.claims.flatMap((claim) => (claim.claim === id ? to(claim) : [claim])),
		}));
	return (
		<article class="page">
			<h2 class="event-name" lang={kept.lang}>
				{kept.title || kept.url}
			</h2>
			<p class="meta">
				{event !== null && <Say said={event} />}
				<Outlink url={kept.url} />
			</p>
			<div class="fields">
				<Field label={t('keptTitle')} value={kept.title} onValue={(title) => change({ title })} />
				<Field
					label={t('keptOutlet')}
					value={kept.outlet}
					onValue={(outlet) => outlet.trim() && change({ outlet })}
				/>
				<Field
					label={t('keptDate')}
					value={kept.published.slice(0, 10)}
					type="date"
					onValue={(published) => published && change({ published })}
				/>
			</div>
			<ul class="stated">
				{kept.claims.map((claim, at) => (
					<li key={claim.claim}>
						<Stated
							claim={claim}
							line={claims[at] ?? { text: null, corrected: null }}
							onNote={(note) => changeClaim(claim.claim, (now) => [{ ...now, note }])}
							onDrop={() => changeClaim(claim.claim, () => [])}
						/>
					</li>
				))}
			</ul>
			<button type="button" class="second" onClick={() => onDelete(kept.id)}>
				{t('keptDeletePage')}
			</button>
		</article>
	);
}

interface StatedProps {
	claim: KeptClaim;
	line: KeptLine['claims'][number];
	onNote: (note: string) => void;
	onDrop: () => void;
}

function Stated({ claim, line: { text, corrected }, onNote, onDrop }: StatedProps) {
	const { t, day } = useLocale();
	return (
		<>
			<p>
				{corrected && (
					<span class="tag" data-stance="differs">
						{t(corrected.how === 'altered' ? 'keptAltered' : 'keptWithdrawn')} {day(corrected.at)}
					</span>
				)}
				<MarginSign stance={claim.stance} /> {text && <Say said={text} />}
				{!text && !corrected && <i>{t('keptGone')}</i>}
				{!text && corrected && (
					<s>
						<Say said={corrected.was} />
					</s>
				)}
			</p>
			{text && corrected && text.text !== corrected.was.text && (
				<p class="meta">{t('keptWas', corrected.was.text)}</p>
			)}
			<p class="meta">
				<q>{claim.exact}</q>
			</p>
			<div class="fields">
				<Field label={t('keptNote')} value={claim.note} onValue={onNote} />
				<button type="button" class="more" onClick={onDrop}>
					{t('keptDelete')}
				</button>
			</div>
		</>
	);
}

interface FieldProps {
	label: string;
	value: string;
	type?: 'text' | 'date';
	onValue: (value: string) => void;
}

/** Written when the field is left. */
function Field({ label, value, type = 'text', onValue }: FieldProps) {
	const id = useId();
	return (
		<p class="field">
			<label for={id}>{label}</label>
			{type === 'date' ? (
				<input id={id} type="date" value={value} onChange={(event) => onValue(event.currentTarget.value)} />
			) : (
				<input
					id={id}
					type="text"
					value={value}
					maxLength={256}
					onChange={(event) => onValue(event.currentTarget.value)}
				/>
			)}
		</p>
	);
}
