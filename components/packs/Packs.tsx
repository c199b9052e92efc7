/** All packs on one page. It holds nothing of its own but what was last said by its door. */
import { useEffect, useState } from 'preact/hooks';
import { bytes } from '../../lib/locale/bytes.ts';
import type { Locale } from '../../lib/locale/index.ts';
import type { PackState } from '../../lib/messages/packs.ts';
import { LocaleContext } from '../locale.ts';
import { codeFrom, type PacksDoor } from './ask.ts';
import { Fault } from './Fault.tsx';
import { PackItem } from './PackItem.tsx';
import { Subscribe } from './Subscribe.tsx';
import { WordsContext, wordsIn } from './texts/index.ts';

/** ms between looks at how far a run is. */
const AGAIN = 1000;

export function Packs({ locale, door }: { locale: Locale; door: PacksDoor }) {
	const say = wordsIn(locale.lang);
	const [packs, setPacks] = useState<PackState[]>([]);
	const [used, setUsed] = useState(0);
	const [failed, setFailed] = useState('');
	const look = () =>
		door.list().then(
			(answer) => {
				setPacks(answer.packs);
				setUsed(answer.used);
				setFailed('');
			},
			(error) => setFailed(codeFrom(error)),
		);
	useEffect(() => {
		void look();
		const timer = setInterval(look, AGAIN);
		return () => clearInterval(timer);
	}, [door]);
	return (
		<LocaleContext value={locale}>
			<WordsContext value={say}>
				<main class="sidelight packs" lang={locale.lang}>
					<header>
						<p class="brand">{locale.t('extName')}</p>
						<h1 class="display">{locale.t('packsTitle')}</h1>
						<p>{locale.t('packsWhy')}</p>
					</header>
					{failed && <Fault code={failed} />}
					<ul>
						{packs.map((pack) => (
							<PackItem key={pack.pack} pack={pack} door={door} onDone={look} />
						))}
					</ul>
					<Subscribe door={door} onDone={look} />
					{used > 0 && <p class="meta">{say('used', bytes(locale.lang, used))}</p>}
				</main>
			</WordsContext>
		</LocaleContext>
	);
}
