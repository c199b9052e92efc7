/** How a name is written: by region as the pack knows it, and by source as its articles were seen to. */
import type { EntityPage, Usage } from '../../lib/corpus/pages.ts';
import { useLocale } from '../locale.ts';
import { Say } from '../text/Say.tsx';
import { to } from './route.ts';
import { Scroll } from './Scroll.tsx';
import { useWords } from './texts/index.ts';

export function NamesTable({ page: { names, everywhere, weak } }: { page: EntityPage }) {
	const w = useWords();
	const { t, list, day } = useLocale();
	return (
		<Scroll label={t('spellings')}>
			<table class="names-table">
				<thead>
					<tr>
						<th scope="col">{w('region')}</th>
						<th scope="col">{w('form')}</th>
					</tr>
				</thead>
				<tbody>
					{everywhere.length > 0 && (
						<tr>
							<th scope="row">{w('allRegions')}</th>
							<td>
								<Plain texts={everywhere} />
							</td>
						</tr>
					)}
					{names.map(({ regions, forms }) => (
						<tr key={regions.join()}>
							<th scope="row">{list(regions.map((region) => t(`region_${region}`)))}</th>
							<td>
								<ul class="forms">
									{forms.map((form) => (
										<li key={form.text}>
											<Say said={form} />
											{form.usedBy.length > 0 && <span class="meta"> {list(form.usedBy)}</span>}
											{form.until && <span class="meta"> {t('usedUntil', day(form.until))}</span>}
										</li>
									))}
								</ul>
							</td>
						</tr>
					))}
					{weak.length > 0 && (
						<tr>
							<th scope="row">{w('weakNames')}</th>
							<td>
								<Plain texts={weak} />
							</td>
						</tr>
					)}
				</tbody>
			</table>
		</Scroll>
	);
}

export function UsageTable({ usage }: { usage: readonly Usage[] }) {
	const w = useWords();
	return (
		<Scroll label={w('seenWritten')}>
			<table class="names-table">
				<thead>
					<tr>
						<th scope="col">{w('source')}</th>
						<th scope="col">{w('form')}</th>
					</tr>
				</thead>
				<tbody>
					{usage.map(({ source, forms }) => (
						<tr key={source.id}>
							<th scope="row">
								<a href={to('source', source.id)}>
									<Say said={source.name} />
								</a>
							</th>
							<td>
								<Forms forms={forms} />
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</Scroll>
	);
}

function Plain({ texts }: { texts: readonly string[] }) {
	return (
		<ul class="forms">
			{[...new Set(texts)].map((text) => (
				<li key={text}>
					<bdi lang={langOf(text)}>{text}</bdi>
				</li>
			))}
		</ul>
	);
}

/** Forms with how often each was seen. */
export function Forms({ forms }: { forms: Usage['forms'] }) {
	const { number } = useLocale();
	return (
		<ul class="forms">
			{forms.map(({ text, times }) => (
				<li key={text}>
					<bdi lang={langOf(text)}>{text}</bdi> <span class="meta whole">× {number(times)}</span>
				</li>
			))}
		</ul>
	);
}

/** Of a form as it was seen: which Chinese it is stands in no record. */
const langOf = (text: string): string => (/\p{Script=Han}/u.test(text) ? 'zh' : 'en');
