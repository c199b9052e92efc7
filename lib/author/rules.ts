/**
 * What must hold between the records of a pack: references, names, dates, pointers.
 * Touches nothing.
 */

import type { RecordKind } from '../packs/index.ts';
import { foldKey, knowsZone } from '../text/index.ts';
import { type Problem, problem } from './problems.ts';
import type { PackSource } from './source.ts';

const HAN_LIMIT = 20;
const WORD_LIMIT = 12;

export function checkRules(source: PackSource): Problem[] {
	const found: Problem[] = [];
	const report = (code: string, at: { file: string; line: number }, about = '') =>
		found.push(problem(code, at.file, at.line, about));
	checkIds(source, report);
	checkReferences(source, report);
	checkNames(source, report);
	checkTimes(source, report);
	checkClaims(source, report);
	return found;
}

type Report = (code: string, at: { file: string; line: number }, about?: string) => void;

function checkIds({ records, at }: PackSource, report: Report) {
	for (const kind of Object.keys(records) as RecordKind[]) {
		const seen = new Set<string>();
		records[kind].forEach(({ id }, index) => {
			if (seen.has(id)) report('same-id', at(kind, index, 'id'), id);
			seen.add(id);
		});
	}
	// Cues and speakers name terms, entities and sources by bare id, so these share one space.
	const entities = new Set(records.entities.map((entity) => entity.id));
	records.terms.forEach((term, index) => {
		if (entities.has(term.id)) report('same-id', at('terms', index, 'id'), term.id);
	});
}

function checkReferences({ records, at }: PackSource, report: Report) {
	const ids = Object.fromEntries(
		Object.entries(records).map(([kind, list]) => [kind, new Set(list.map((record) => record.id))]),
	) as Record<RecordKind, Set<string>>;
	const need = (kinds: RecordKind[], id: string | undefined, place: ReturnType<PackSource['at']>) => {
		if (id !== undefined && !kinds.some((kind) => ids[kind].has(id))) report('unknown-reference', place, id);
	};
	records.sources.forEach((source, i) => {
		need(['entities'], source.entity, at('sources', i, 'entity'));
	});
	records.articles.forEach((article, i) => {
		need(['sources'], article.source, at('articles', i, 'source'));
		need(['sources'], article.carries, at('articles', i, 'carries'));
	});
	records.entities.forEach((entity, i) => {
		need(['entities'], entity.within, at('entities', i, 'within'));
		need(['entities'], entity.speaksFor, at('entities', i, 'speaksFor'));
	});
	records.events.forEach((event, i) => {
		event.where.forEach((id, j) => {
			need(['entities'], id, at('events', i, 'where', j));
		});
		event.participants.forEach((part, j) => {
			need(['entities'], part.entity, at('events', i, 'participants', j, 'entity'));
		});
		event.what.forEach((id, j) => {
			need(['terms'], id, at('events', i, 'what', j));
		});
		need(['events'], event.partOf, at('events', i, 'partOf'));
		event.relatedTo.forEach((id, j) => {
			need(['events'], id, at('events', i, 'relatedTo', j));
		});
	});
	records.claims.forEach((claim, i) => {
		need(['events'], claim.event, at('claims', i, 'event'));
		need(['entities', 'sources'], claim.speaker, at('claims', i, 'speaker'));
		need(['claims'], claim.answers, at('claims', i, 'answers'));
		claim.cues.forEach((group, g) => {
			group.forEach((cue, c) => {
				const place = at('claims', i, 'cues', g, c);
				if (typeof cue === 'string') need(['terms', 'entities'], cue, place);
				else if (!(cue.value in claim.values)) report('unknown-value', place, cue.value);
			});
		});
		for (const [name, value] of Object.entries(claim.values)) {
			if ('place' in value) need(['entities'], value.place, at('claims', i, 'values', name));
		}
		claim.reports.forEach((line, j) => {
			need(['articles'], line.article, at('claims', i, 'reports', j, 'article'));
			line.via.forEach((link, k) => {
				need(['sources'], link.source, at('claims', i, 'reports', j, 'via', k));
			});
		});
	});
	checkCircles('events', (event) => event.partOf, { records, at } as PackSource, report);
	checkCircles('entities', (entity) => entity.within, { records, at } as PackSource, report);
	checkCircles('entities', (entity) => entity.speaksFor, { records, at } as PackSource, report);
}

function checkCircles<K extends 'events' | 'entities'>(
	kind: K,
	up: (record: PackSource['records'][K][number]) => string | undefined,
	{ records, at }: PackSource,
	report: Report,
) {
	const list = records[kind] as PackSource['records'][K][number][];
	const above = new Map(list.map((record) => [record.id, up(record)]));
	list.forEach(({ id }, index) => {
		const seen = new Set([id]);
		for (let next = above.get(id); next !== undefined; next = above.get(next)) {
			if (next === id) report('circle', at(kind, index), id);
			if (seen.has(next)) break;
			seen.add(next);
		}
	});
}

function checkNames({ records, at }: PackSource, report: Report) {
	const bearer = new Map<string, string>();
	records.entities.forEach((entity, i) => {
		const own = new Set<string>();
		entity.aliases.forEach((alias, j) => {
			const key = foldKey(alias.text);
			own.add(key);
			if (alias.strength !== 'strong') return;
			const other = bearer.get(key);
			if (other !== undefined && other !== entity.id) {
				report(
					'same-strong-alias',
					at('entities', i, 'aliases', j),
					`${alias.text} (${other}, ${entity.id})`,
				);
			}
			bearer.set(key, entity.id);
		});
		entity.lookalikes.forEach((text, j) => {
			if (own.has(foldKey(text))) report('lookalike-is-alias', at('entities', i, 'lookalikes', j), text);
		});
	});
}

function checkTimes({ records, at }: PackSource, report: Report) {
	const wrong = (from?: string, until?: string) =>
		from !== undefined && until !== undefined && until.slice(0, from.length) < from.slice(0, until.length);
	records.events.forEach(({ when }, i) => {
		if (wrong(when.start, when.end)) report('ends-before-start', at('events', i, 'when', 'end'));
	});
	const check = (zone: string | undefined, place: ReturnType<PackSource['at']>) => {
		if (zone !== undefined && !knowsZone(zone)) report('no-such-zone', place, zone);
	};
	records.events.forEach(({ when }, i) => {
		check(when.zone, at('events', i, 'when', 'zone'));
	});
	records.entities.forEach(({ kind, zone }, i) => {
		const place = at('entities', i, 'zone');
		check(zone, place);
		if (zone !== undefined && kind !== 'place' && kind !== 'facility')
			report('zone-of-no-place', place, zone);
	});
	records.entities.forEach(({ roles, aliases }, i) => {
		roles.forEach((role, j) => {
			if (wrong(role.from, role.until)) report('ends-before-start', at('entities', i, 'roles', j, 'until'));
		});
		aliases.forEach((alias, j) => {
			if (wrong(alias.from, alias.until))
				report('ends-before-start', at('entities', i, 'aliases', j, 'until'));
		});
	});
}

function checkClaims({ records, at }: PackSource, report: Report) {
	const langs = new Map(records.articles.map((article) => [article.id, article.lang]));
	records.claims.forEach((claim, i) => {
		const needsSpeaker =
			claim.modality === 'alleged' || claim.modality === 'denied' || claim.kind === 'statement';
		if (needsSpeaker && claim.speaker === undefined) report('no-speaker', at('claims', i), claim.id);
		if (claim.answers === claim.id) report('answers-itself', at('claims', i, 'answers'), claim.id);
		claim.reports.forEach((line, j) => {
			if (line.stance !== 'reports' && !line.wording && Object.keys(line.values).length === 0) {
				report('no-wording', at('claims', i, 'reports', j));
			}
			const { exact } = line.at;
			const han = exact.match(/\p{Script=Han}/gu)?.length ?? 0;
			const words = exact.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
			const place = at('claims', i, 'reports', j, 'at');
			if (han > HAN_LIMIT || words > WORD_LIMIT + han) report('long-selector', place, exact);
			else if (!onWords(line.at, langs.get(line.article) ?? 'zh-Hans'))
				report('loose-selector', place, exact);
		});
	});
}

/** Browsers find a text fragment only where it starts and ends at word boundaries, in Chinese too. */
function onWords(
	{ exact, prefix = '', suffix = '' }: { exact: string; prefix?: string; suffix?: string },
	lang: string,
) {
	const segmenter = new Intl.Segmenter(lang, { granularity: 'word' });
	const edges = new Set([...segmenter.segment(prefix + exact + suffix)].map((word) => word.index));
	edges.add(prefix.length + exact.length + suffix.length);
	return edges.has(prefix.length) && edges.has(prefix.length + exact.length);
}
