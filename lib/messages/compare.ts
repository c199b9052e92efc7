/**
 * How a text stands beside all others, asked of the background. The answer travels as JSON: Firefox takes as long to
 * hand over thousands of small objects as the comparison itself takes. Touches nothing.
 */
import type { Comparison } from '../events/index.ts';
import { ask, type PageText } from './page.ts';

/** null where the event is known to no pack. Throws AskError. */
export async function askComparison(
	page: PageText,
	event: string,
	send: (message: unknown) => Promise<unknown>,
): Promise<Comparison | null> {
	const { comparison } = await ask({ type: 'compare', page, event }, send);
	return JSON.parse(comparison) as Comparison | null;
}
