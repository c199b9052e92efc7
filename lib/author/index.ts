/** From an author's YAML to a built pack. Used by the commands only; no page or worker loads it. */
import { type BuiltPack, buildPack } from './build.ts';
import { checkCounterExamples } from './counter.ts';
import { type Derived, derive } from './derive.ts';
import { addPinyin } from './pinyin.ts';
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

/** Reads a pack's source, holds it against the rules and derives what is missing. Every problem is listed; none is thrown. */
export function readPack(files: readonly SourceFile[]): Checked {
	const { source, problems } = readSource(files);
	if (!source) return { source, problems, derived: [] };
	const broken = checkRules(source);
	if (broken.length > 0) return { source: null, problems: broken, derived: [] };
	const derived = derive(source.records, source.pack.glossary);
	addPinyin(source.records);
	return { source, problems: [], derived };
}

/** As `readPack`, and reads every counter-example with the pack's own cues. */
export async function check(files: readonly SourceFile[]): Promise<Checked> {
	const checked = readPack(files);
	if (!checked.source) return checked;
	const fired = await checkCounterExamples(checked.source);
	return fired.length > 0 ? { ...checked, source: null, problems: fired } : checked;
}

export { type PackReader, packReader } from './reading.ts';
export { packSchema } from './schema.ts';
export { warnings } from './warnings.ts';
export { buildPack };
