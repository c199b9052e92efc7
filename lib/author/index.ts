/** From an author's YAML to a built pack. Used by the commands only; no page or worker loads it. */
import { type BuiltPack, buildPack } from './build.ts';
import { type Derived, derive } from './derive.ts';
import type { Problem } from './problems.ts';
import { checkRules } from './rules.ts';
import { type PackSource, readSource, type SourceFile } from './source.ts';

export { print } from './problems.ts';
export type { BuiltPack, Derived, PackSource, Problem, SourceFile };

export interface Checked {
	/** null when there are problems. */
	source: PackSource | null;
	problems: Problem[];
	derived: Derived[];
}

/** Reads, checks and completes a pack's source. Every problem is listed; none is thrown. */
export function check(files: readonly SourceFile[]): Checked {
	const { source, problems } = readSource(files);
	if (!source) return { source, problems, derived: [] };
	const broken = checkRules(source);
	if (broken.length > 0) return { source: null, problems: broken, derived: [] };
	return { source, problems: [], derived: derive(source.records, source.pack.glossary) };
}

export { buildPack };
