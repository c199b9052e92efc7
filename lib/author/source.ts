/**
 * From an author's YAML files to checked records, each with the place it was written at.
 * Touches nothing: files come in as texts.
 */
import * as v from 'valibot';
import { type Document, isMap, isNode, isSeq, LineCounter, parseDocument } from 'yaml';
import { Pack, RECORDS, type RecordKind } from '../packs/index.ts';
import { type Problem, problem } from './problems.ts';

export interface SourceFile {
	/** As the author should see it. */
	path: string;
	text: string;
}

export type Records = { [K in RecordKind]: v.InferOutput<(typeof RECORDS)[K]>[] };

export interface PackSource {
	pack: Pack;
	records: Records;
	/** The line a value stands at: `at('claims', 3, 'reports', 0)`. */
	at: (kind: RecordKind, index: number, ...path: (string | number)[]) => { file: string; line: number };
}

const KINDS = Object.keys(RECORDS) as RecordKind[];

interface Written {
	file: string;
	document: Document;
	lines: LineCounter;
	path: (string | number)[];
}

/** Reads every file; `source` is there only when each single record is sound. */
export function readSource(files: readonly SourceFile[]): { source: PackSource | null; problems: Problem[] } {
	const problems: Problem[] = [];
	const records = Object.fromEntries(KINDS.map((kind) => [kind, []])) as unknown as Records;
	const written = Object.fromEntries(KINDS.map((kind) => [kind, []])) as unknown as Record<
		RecordKind,
		Written[]
	>;
	let pack: Pack | null = null;
	if (files.length === 0) problems.push(problem('no-files', '.', 1));

	for (const { path: file, text } of files) {
		const lines = new LineCounter();
		const document = parseDocument(text, {
			lineCounter: lines,
			uniqueKeys: true,
			maxAliasCount: 0,
		} as object);
		for (const error of document.errors) {
			problems.push(problem('bad-yaml', file, error.linePos?.[0].line ?? 1, error.message.split('\n')[0]));
		}
		if (document.errors.length > 0 || document.contents === null) continue;
		if (!isMap(document.contents)) {
			problems.push(problem('bad-yaml', file, 1, 'the file is not a mapping'));
			continue;
		}
		const content = plain(document) as Record<string, unknown>;
		for (const [section, value] of Object.entries(content)) {
			const here: Written = { file, document, lines, path: [section] };
			if (section === 'pack') {
				if (pack) problems.push(problem('two-packs', file, lineOf(here)));
				pack = parse(Pack, value, here, problems) ?? pack;
			} else if (!KINDS.includes(section as RecordKind)) {
				problems.push(problem('unknown-section', file, lineOf(here), section));
			} else if (!Array.isArray(value)) {
				problems.push(problem('not-a-list', file, lineOf(here), section));
			} else {
				const kind = section as RecordKind;
				value.forEach((item, index) => {
					const place = { ...here, path: [section, index] };
					const record = parse(RECORDS[kind] as v.GenericSchema, item, place, problems);
					if (!record) return;
					(records[kind] as unknown[]).push(record);
					written[kind].push(place);
				});
			}
		}
	}
	if (!pack && problems.length === 0) problems.push(problem('no-pack', files[0]?.path ?? '.', 1));
	if (!pack || problems.length > 0) return { source: null, problems };
	const at: PackSource['at'] = (kind, index, ...path) => {
		const place = written[kind][index];
		if (!place) throw new RangeError(`no ${kind} ${index}`);
		return { file: place.file, line: lineOf({ ...place, path: [...place.path, ...path] }) };
	};
	return { source: { pack, records, at }, problems };
}

/** YAML reads an unquoted 2021-09-12 as text (core schema), and 2021 as a number: dates and ids are texts. */
function plain(document: Document): unknown {
	return JSON.parse(JSON.stringify(document.toJS({ maxAliasCount: 0 })), (key, value) => {
		if (key === 'forms') return listed(value);
		return typeof value === 'number' &&
			/^(start|end|from|until|published|knownFrom|retrieved|reviewed|date|id|duration)$/.test(key)
			? String(value)
			: value;
	});
}

/** Forms may be one text with commas between them: hundreds of a term would each take a line in a list. */
function listed(forms: unknown): unknown {
	if (typeof forms !== 'object' || forms === null) return forms;
	return Object.fromEntries(
		Object.entries(forms).map(([lang, all]) => [
			lang,
			typeof all === 'string' ? all.trim().split(/\s*[,，]\s*/) : all,
		]),
	);
}

function parse<T extends v.GenericSchema>(schema: T, value: unknown, place: Written, problems: Problem[]) {
	const result = v.safeParse(schema, value);
	if (result.success) return result.output as v.InferOutput<T>;
	for (const issue of result.issues) {
		const path = (issue.path ?? []).map((step) => step.key as string | number);
		const line = lineOf({ ...place, path: [...place.path, ...path] });
		problems.push(explain(issue, path, place.file, line));
	}
	return null;
}

function explain(
	issue: v.BaseIssue<unknown>,
	path: (string | number)[],
	file: string,
	line: number,
): Problem {
	const key = String(path.at(-1) ?? '');
	if (issue.kind === 'schema') {
		if (issue.type === 'strict_object') {
			return issue.expected === 'never'
				? problem('unknown-key', file, line, key)
				: problem('missing', file, line, key);
		}
		if (issue.input === undefined) return problem('missing', file, line, key);
		return problem('wrong-type', file, line, `${path.join('.')}: ${issue.message}`);
	}
	const shown = typeof issue.input === 'string' ? cut(issue.input) : key;
	return problem(issue.message, file, line, shown);
}

const cut = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** The line of the innermost node that was written on the way to `path`. */
function lineOf({ document, lines, path }: Written): number {
	let node: unknown = document.contents;
	let offset = 0;
	for (const step of path) {
		if (isMap(node)) {
			const pair = node.items.find((item) => isNode(item.key) && String(item.key) === String(step));
			if (!pair) break;
			if (isNode(pair.key) && pair.key.range) offset = pair.key.range[0];
			node = pair.value;
		} else if (isSeq(node)) {
			node = node.items[Number(step)];
			if (isNode(node) && node.range) offset = node.range[0];
		} else break;
	}
	return lines.linePos(offset).line;
}
