/** All sources of all packs, for a step to each. */
import { MOST_SOURCES } from '../../lib/corpus/pages.ts';
import { useLocale } from '../locale.ts';
import { useAsked } from '../popup/useAsked.ts';
import { OfPack } from '../text/OfPack.tsx';
import { Say } from '../text/Say.tsx';
import { useDoor } from './context.ts';
import { Page } from './Page.tsx';
import { to } from './route.ts';
import { useWords } from './texts/index.ts';

export function SourcesView() {
	const w = useWords();
	const { t } = useLocale();
	const door = useDoor();
	const asked = useAsked(() => door.sources(), [door]);
	return (
		<Page title={w('sources')} lead={<p class="prose lead">{w('sourcesLead')}</p>}>
			{asked.failed && <p class="calm">{t('lookupFailed')}</p>}
			{asked.answer?.length === 0 && <p class="calm">{t('noPack')}</p>}
			{asked.answer?.length === MOST_SOURCES && <p class="calm">{w('sourcesCut', MOST_SOURCES)}</p>}
			<ul class="columns">
				{(asked.answer ?? []).map((source) => (
					<li key={source.id}>
						<a href={to('source', source.id)}>
							<Say said={source.name} />
						</a>
						<span class="meta">
							<OfPack line={source} />
						</span>
					</li>
				))}
			</ul>
		</Page>
	);
}
