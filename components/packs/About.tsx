/** Who a pack is from and what it covers: the same before subscribing and after. */
import { bytes } from '../../lib/locale/bytes.ts';
import type { PackState } from '../../lib/messages/packs.ts';
import { fingerprintOf } from '../../lib/packs/fingerprint.ts';
import { useLocale } from '../locale.ts';
import { Outlink } from '../text/Outlink.tsx';
import { Fact } from './Facts.tsx';
import { useCount, useWords } from './texts/index.ts';

interface Props {
	/** '' where there is none. */
	url: string;
	root: string | null;
	size: number;
	manifest: Pick<
		NonNullable<PackState['manifest']>,
		'license' | 'langs' | 'totals' | 'homepage' | 'corrections' | 'reviewed'
	>;
}

const COVERS = ['events', 'claims', 'entities', 'articles', 'sources'] as const;

export function About({ url, root, size, manifest }: Props) {
	const say = useWords();
	const count = useCount();
	const { lang, list, day } = useLocale();
	const names = new Intl.DisplayNames(lang, { type: 'language' });
	const { license, langs, totals, homepage, corrections, reviewed } = manifest;
	return (
		<>
			{(url !== '' || homepage) && (
				<Fact name={say('publisher')}>
					{url !== '' && (
						<>
							<bdi dir="ltr" class="host">
								{new URL(url).host}
							</bdi>
							<bdi dir="ltr" class="meta">
								{url}
							</bdi>
						</>
					)}
					{homepage && (
						<span class="meta">
							{say('homepage')}
							<Outlink url={homepage} />
						</span>
					)}
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
				<span class="counts">
					{list(COVERS.filter((kind) => totals[kind]).map((kind) => count(kind, totals[kind] ?? 0)))}
				</span>
				{reviewed && <span class="meta">{say('reviewed', day(reviewed))}</span>}
			</Fact>
			<Fact name={say('languages')}>{list(langs.map((one) => names.of(one) ?? one))}</Fact>
			<Fact name={say('size')}>{bytes(lang, size)}</Fact>
			<Fact name={say('license')}>
				<bdi>{license}</bdi>
			</Fact>
			{corrections && (
				<Fact name={say('corrections')}>
					<bdi>{corrections}</bdi>
				</Fact>
			)}
		</>
	);
}
