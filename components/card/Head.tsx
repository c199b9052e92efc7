/** The name as the page spells it, the reader's own form, the native one, who uses which, and who that is. */
import type { CardView, Said } from '../../lib/corpus/views.ts';
import { useLocale } from '../locale.ts';
import { At } from '../text/At.tsx';
import { OfPack } from '../text/OfPack.tsx';
import { Say, SayAll } from '../text/Say.tsx';
import { Names } from './Names.tsx';

export function Head({ view, id, all = false }: { view: CardView; id: string; all?: boolean }) {
	const { t, colon } = useLocale();
	const { heading, own, native, scripts, description, role, elsewhere, pack } = view;
	const others = [own, native, ...scripts].filter((said) => said !== null);
	return (
		<div class="head">
			<h2 class="name" id={id}>
				<Say said={heading} />
			</h2>
			{others.length > 0 && (
				<p class="other-names">
					<SayAll said={others} />
				</p>
			)}
			<Names names={view.names} all={all} />
			<p class="who">
				<Say said={description} />
				{elsewhere.length > 0 && pack !== null && <Pack said={pack.title} />}
			</p>
			{elsewhere.map((other) => (
				<p class="who" key={other.pack.text}>
					{other.name.text !== (own ?? heading).text && (
						<>
							<Say said={other.name} />
							{colon}
						</>
					)}
					<Say said={other.description} />
					<Pack said={other.pack} />
				</p>
			))}
			{role !== null && role.text !== description.text && (
				<p class="meta">
					<span>{t('roleThen')}</span>
					<At>
						<Say said={role} />
					</At>
				</p>
			)}
		</div>
	);
}

const Pack = ({ said }: { said: Said }) => (
	<span class="meta">
		<OfPack line={{ pack: said }} />
	</span>
);
