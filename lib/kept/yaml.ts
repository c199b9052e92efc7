/**
 * The reader's own pack as an author's YAML that `pack check` accepts: the kept articles, and of the packs they were
 * compared with just the events and claims they state. Touches nothing.
 */
import type { Article, Claim, Entity, Event, Source, Term } from '../packs/records.ts';
import type { Kept, KeptClaim } from './kept.ts';

/** Records of one pack by local id, as far as the kept claims need them. */
export interface PackRecords {
	events: readonly Event[];
	claims: readonly Claim[];
	entities: readonly Entity[];
	terms: readonly Term[];
	sources: readonly Source[];
}

interface Own {
	/** 32 hexadecimal digits. */
	id: string;
	/** Of the pack the claims are from. */
	title: string;
	license: string;
	records: PackRecords;
}

export function keptYaml(kept: readonly Kept[], { id, title, license, records }: Own): string {
	const outlets = [...new Set(kept.map(({ outlet }) => outlet))];
	const sourceOf = (outlet: string) => `outlet-${outlets.indexOf(outlet) + 1}`;
	const claims = records.claims.flatMap((claim) => claimOf(claim, kept, records));
	const stated = new Set(claims.map((claim) => claim.id));
	return write({
		pack: {
			id,
			slug: 'kept-pages',
			title: {
				en: `Pages I kept, on ${title}`.slice(0, 256),
				'zh-Hans': `我保存的页面：${title}`.slice(0, 256),
			},
			license,
			langs: ['en', 'zh-Hans'],
		},
		sources: [
			...records.sources,
			...outlets.map((outlet) => ({
				id: sourceOf(outlet),
				name: { en: outlet, 'zh-Hans': outlet },
				medium: 'website',
				// ISO 3166: not known.
				country: 'ZZ',
			})),
		],
		articles: kept.map(
			(one): Article => ({
				id: one.id,
				source: sourceOf(one.outlet),
				lang: one.lang,
				published: one.published,
				...(one.title ? { title: one.title } : {}),
				url: one.url,
				retrieved: new Date(one.at).toISOString().slice(0, 10),
			}),
		),
		entities: records.entities,
		terms: records.terms,
		events: records.events.map(({ partOf: _p, relatedTo: _r, ...event }) => event),
		claims: claims.map(({ answers, ...claim }) => ({
			...claim,
			...(answers && stated.has(answers) ? { answers } : {}),
		})),
	});
}

/** With the kept pages as its only reports. */
function claimOf(claim: Claim, kept: readonly Kept[], { events }: PackRecords): Omit<Claim, 'not'>[] {
	if (!events.some(({ id }) => id === claim.event)) return [];
	const reports = kept.flatMap(({ id: article, claims }) =>
		claims
			.filter((one) => one.claim.endsWith(`/${claim.id}`))
			.map(({ stance, exact, note }) => ({
				article,
				via: [],
				stance,
				values: {},
				at: { exact },
				...(note || stance !== 'reports' ? { wording: wordingOf(stance, note) } : {}),
			})),
	);
	const { not: _, ...rest } = claim;
	return reports.length > 0 ? [{ ...rest, reports }] : [];
}

const MACHINE = {
	'words-otherwise': {
		en: 'Worded otherwise there; matched by machine',
		'zh-Hans': '该页措辞不同；由机器比对',
	},
	differs: { en: 'Differs there; matched by machine', 'zh-Hans': '该页说法不同；由机器比对' },
	reports: { en: '', 'zh-Hans': '' },
};

const wordingOf = (stance: KeptClaim['stance'], note: string) =>
	note ? { en: note, 'zh-Hans': note } : MACHINE[stance];

/** Block style; every text in double quotes, whose rules are JSON's. */
function write(value: unknown, indent = ''): string {
	if (Array.isArray(value)) {
		return value
			.map((item) => {
				if (typeof item !== 'object') return `${indent}- ${JSON.stringify(item)}\n`;
				if (Array.isArray(item)) return `${indent}- ${JSON.stringify(item)}\n`;
				return `${indent}- ${write(item, `${indent}  `).slice(indent.length + 2)}`;
			})
			.join('');
	}
	return Object.entries(value as object)
		.filter(([, inner]) => inner !== undefined)
		.map(([key, inner]) => {
			const empty = inner === null || typeof inner !== 'object' || Object.keys(inner).length === 0;
			return empty
				? `${indent}${key}: ${JSON.stringify(inner)}\n`
				: `${indent}${key}:\n${write(inner, `${indent}  `)}`;
		})
		.join('');
}
