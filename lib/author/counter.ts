/** Counter-examples of claims, held against their cues by reading them as a page would be. Touches nothing. */
import { firings } from '../events/index.ts';
import { type Problem, problem } from './problems.ts';
import { packReader } from './reading.ts';
import type { PackSource } from './source.ts';

export async function checkCounterExamples({ records, at }: PackSource): Promise<Problem[]> {
	const reader = await packReader(records);
	const found: Problem[] = [];
	for (const [i, claim] of records.claims.entries()) {
		for (const [j, text] of claim.not.entries()) {
			const { sentences } = await reader.read([text]);
			if (firings(claim, sentences, { published: '' }).length === 0) continue;
			const { file, line } = at('claims', i, 'not', j);
			found.push(problem('counter-example-fires', file, line, text));
		}
	}
	return found;
}
