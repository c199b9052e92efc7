/** Subscribing, in two steps: what it is, before anything is taken; then the reader's yes. */
import { useState } from 'preact/hooks';
import type { PackLook } from '../../lib/messages/packs.ts';
import { say as sayIn } from '../../lib/text/index.ts';
import { useLocale } from '../locale.ts';
import { Say } from '../text/Say.tsx';
import { About } from './About.tsx';
import { codeFrom, type PacksDoor } from './ask.ts';
import { Fact, Facts } from './Facts.tsx';
import { Fault } from './Fault.tsx';
import { readerFor } from './reader.ts';
import { useWords } from './texts/index.ts';

type Step =
	| { at: 'asking' }
	| { at: 'looking' }
	| { at: 'shown'; look: PackLook; file: File | null }
	| { at: 'failed'; code: string }
	| { at: 'imported' };

export function Subscribe({ door, onDone }: { door: PacksDoor; onDone: () => void }) {
	const say = useWords();
	const [typed, setTyped] = useState('');
	const [step, setStep] = useState<Step>({ at: 'asking' });
	const run = (work: () => Promise<Step>) => {
		setStep({ at: 'looking' });
		work().then(setStep, (error) => setStep({ at: 'failed', code: codeFrom(error) }));
	};
	const take = (look: PackLook, file: File | null) =>
		run(async () => {
			await (file ? door.importFile(file) : door.subscribe(look));
			setTyped('');
			onDone();
			return { at: file ? 'imported' : 'asking' };
		});

	return (
		<section class="subscribe">
			<h2>{say('addTitle')}</h2>
			<form
				onSubmit={(event) => {
					event.preventDefault();
					run(async () => ({ at: 'shown', look: await door.look(typed), file: null }));
				}}
			>
				<label>
					<span>{say('address')}</span>
					<input
						type="text"
						inputMode="url"
						autocomplete="off"
						spellcheck={false}
						dir="ltr"
						value={typed}
						aria-describedby="address-why"
						onInput={(event) => setTyped(event.currentTarget.value)}
					/>
				</label>
				<button class="button" type="submit" disabled={step.at === 'looking' || typed.trim() === ''}>
					{say('look')}
				</button>
			</form>
			<p class="meta" id="address-why">
				{say('addressWhy')}
			</p>
			<label class="button quiet file">
				{say('importFile')}
				<input
					class="spoken"
					type="file"
					accept=".sidelight,application/json"
					onChange={(event) => {
						const file = event.currentTarget.files?.[0];
						if (file) run(async () => ({ at: 'shown', look: await door.lookAtFile(file), file }));
						event.currentTarget.value = '';
					}}
				/>
			</label>
			<div aria-live="polite">
				{step.at === 'looking' && <p class="meta">{say('looking')}</p>}
				{step.at === 'failed' && <Fault code={step.code} />}
				{step.at === 'imported' && <p class="meta">{say('imported')}</p>}
				{step.at === 'shown' && (
					<Shown
						look={step.look}
						fromFile={step.file !== null}
						onTake={() => take(step.look, step.file)}
						onDrop={() => setStep({ at: 'asking' })}
					/>
				)}
			</div>
		</section>
	);
}

interface ShownProps {
	look: PackLook;
	fromFile: boolean;
	onTake: () => void;
	onDrop: () => void;
}

function Shown({ look: { url, root, manifest, size, lookalikes }, fromFile, onTake, onDrop }: ShownProps) {
	const say = useWords();
	const { lang, day } = useLocale();
	return (
		<div class="pack">
			<h3 class="name">
				<Say said={sayIn(manifest.title, readerFor(lang))} />
			</h3>
			{lookalikes.map((title) => (
				<p class="fault" key={title}>
					{say('lookalike', title)}
				</p>
			))}
			<Facts>
				<About url={fromFile ? '' : url} root={root} size={size} manifest={manifest} />
				<Fact name={say('version')}>
					<span class="whole">{`${manifest.rootVersion}.${manifest.seq}`}</span>
					{` · ${day(manifest.issued)}`}
				</Fact>
			</Facts>
			<p class="actions">
				<button type="button" class="button" onClick={onTake}>
					{say('take')}
				</button>
				<button type="button" class="more" onClick={onDrop}>
					{say('drop')}
				</button>
			</p>
		</div>
	);
}
