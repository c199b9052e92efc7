/** Who a pack is from and what it covers: the same before subscribing and after. */
import { bytes } from '../../lib/locale/bytes.ts';
import { fingerprintOf } from '../../lib/packs/fingerprint.ts';
import { useLocale } from '../locale.ts';
import { Fact } from './Facts.tsx';
import { useCount, useWords } from './texts/index.ts';

interface Props {
	url: string;
	root: string | null;
	size: number;
	license: string;
	langs: readonly string[];
	totals: Record<string, number>;
}

export function About({ url, root, size, license, langs, totals }: Props) {
	const say = useWords();
	const count = useCount();
	const { lang, list } = useLocale();
	const names = new Intl.DisplayNames(lang, { type: 'language' });
	return (
		<>
			{url !== '' && (
				<Fact name={say('from')}>
					<bdi dir="ltr">{url}</bdi>
				</Fact>
			)}
			{root !== null && (
				<Fact name={say('fingerprint')}>
					<bdi class="words" lang="en" translate={false}>
						{fingerprintOf(root).join(' ')}
					</bdi>
					<span class="meta">{say('fingerprintWhy')}</span>
				</Fact>
			)}
			<Fact name={say('covers')}>
				{list((['events', 'claims', 'entities'] as const).map((kind) => count(kind, totals[kind] ?? 0)))}
			</Fact>
			<Fact name={say('size')}>{bytes(lang, size)}</Fact>
			<Fact name={say('license')}>
				<bdi>{license}</bdi>
			</Fact>
			<Fact name={say('languages')}>{list(langs.map((one) => names.of(one) ?? one))}</Fact>
		</>
	);
}
