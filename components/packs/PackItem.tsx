/** One pack: what it is, how it stands, what changed, and what can be done with it. */
import { useState } from 'preact/hooks';
import { bytes } from '../../lib/locale/bytes.ts';
import type { PackState } from '../../lib/messages/packs.ts';
import { say as sayIn } from '../../lib/text/index.ts';
import { useLocale } from '../locale.ts';
import { Outlink } from '../text/Outlink.tsx';
import { Say } from '../text/Say.tsx';
import { About } from './About.tsx';
import { codeFrom, type PacksDoor } from './ask.ts';
import { Changed } from './Changed.tsx';
import { Fact, Facts } from './Facts.tsx';
import { Fault } from './Fault.tsx';
import { readerFor } from './reader.ts';
import { useCount, useWords } from './texts/index.ts';

export function PackItem({ pack, door, onDone }: { pack: PackState; door: PacksDoor; onDone: () => void }) {
	const say = useWords();
	const count = useCount();
	const { lang } = useLocale();
	const [failed, setFailed] = useState('');
	const { manifest, origin, url, error, progress, paused, expires, moved } = pack;
	const when = (ms: number) => (ms ? new Intl.DateTimeFormat(lang, MINUTE).format(ms) : say('never'));
	const run = (work: Promise<void>) => {
		setFailed('');
		work.then(onDone, (reason) => setFailed(codeFrom(reason)));
	};
	const stale = expires !== '' && Date.parse(expires) < Date.now();
	const code = failed || error?.code;
	return (
		<li class="pack" data-pack={pack.pack}>
			<h2 class="name">
				{manifest ? <Say said={sayIn(manifest.title, readerFor(lang))} /> : <bdi dir="ltr">{url}</bdi>}
			</h2>
			{manifest === null && <p class="meta">{say('waiting')}</p>}
			{origin === 'bundled' && <p class="meta">{say('bundled')}</p>}
			{origin === 'signed' && url === '' && <p class="meta">{say('fromFile')}</p>}
			{stale && <p class="badge">{say('unconfirmed', when(Date.parse(expires)))}</p>}
			{paused && <p class="meta">{say('paused')}</p>}
			{manifest?.revoked && <p class="fault">{say('revoked', manifest.revoked)}</p>}
			{manifest?.superseded && (
				<p class="fault">
					{say('superseded')}
					<Outlink url={manifest.superseded} />
				</p>
			)}
			{progress !== null && (
				<label class="progress">
					<span>{say('progress', Math.floor(progress * 100))}</span>
					<progress value={progress} />
				</label>
			)}
			{code && <Fault code={code} />}
			<Facts>
				{manifest && <About url={url} root={pack.root} size={pack.size} manifest={manifest} />}
				{manifest && (
					<Fact name={say('version')}>
						{manifest.seq !== undefined && (
							<span class="whole">{`${manifest.rootVersion}.${manifest.seq} ·`}</span>
						)}{' '}
						{say('since', when(pack.since))}
					</Fact>
				)}
				{url !== '' && <Fact name={say('checked')}>{when(pack.checked)}</Fact>}
				{url !== '' && !paused && <Fact name={say('next')}>{when(pack.due)}</Fact>}
				{moved && (
					<Fact name={say('moved')}>
						{say(
							'movedText',
							bytes(lang, moved.bytes),
							bytes(lang, moved.lastBytes),
							count('requests', moved.lastRequests),
						)}
					</Fact>
				)}
				{pack.changes && (
					<Fact name={say('changes')}>
						<Changed changes={pack.changes} corrected={() => door.corrected(pack.pack)} />
					</Fact>
				)}
			</Facts>
			<Actions pack={pack} door={door} run={run} when={when} tooLarge={code === 'too-large'} />
		</li>
	);
}

const MINUTE = { dateStyle: 'medium', timeStyle: 'short' } as const;

interface ActionsProps {
	pack: PackState;
	door: PacksDoor;
	run: (work: Promise<void>) => void;
	when: (ms: number) => string;
	tooLarge: boolean;
}

function Actions({
	pack: { pack, url, origin, paused, undoUntil, manifest },
	door,
	run,
	when,
	tooLarge,
}: ActionsProps) {
	const say = useWords();
	const [sure, setSure] = useState(false);
	if (origin === 'bundled') return null;
	const button = (text: string, work: () => Promise<void>) => (
		<button type="button" class="button quiet" onClick={() => run(work())}>
			{text}
		</button>
	);
	return (
		<div class="actions">
			{url !== '' && !paused && button(say('check'), () => door.check(pack))}
			{url !== '' && button(say(paused ? 'resume' : 'pause'), () => door.pause(pack, !paused))}
			{tooLarge && button(say('raise'), () => door.raise(pack))}
			{undoUntil > 0 && (
				<span class="undo">
					{button(say('undo'), () => door.undo(pack))}
					<span class="meta">{say('undoUntil', when(undoUntil))}</span>
				</span>
			)}
			{manifest && button(say('exportFile'), () => door.exportFile(pack))}
			{!sure && (
				<button type="button" class="button quiet" onClick={() => setSure(true)}>
					{say('remove')}
				</button>
			)}
			{sure && (
				<span role="alert" class="sure">
					{say('removeSure')} {button(say('yes'), () => door.remove(pack))}
					<button type="button" class="button quiet" onClick={() => setSure(false)}>
						{say('no')}
					</button>
				</span>
			)}
		</div>
	);
}
