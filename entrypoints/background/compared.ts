/** Comparisons of the texts read last: marks, panel and card ask about the same one. Of a text only its hash is held. */
import { type Lookup, quickHash } from '../../lib/corpus/index.ts';
import type { Comparison } from '../../lib/events/index.ts';
import type { PageText } from '../../lib/messages/index.ts';
import type { Ready } from './store.ts';

const KEPT = 6;
/** Another version of a pack opens another look-up. */
const made = new WeakMap<Lookup, Map<string, Promise<Comparison | null>>>();

/** null where no pack knows the event. */
export function compared(
	{ corpus, lookup }: Ready,
	page: PageText,
	event: string,
): Promise<Comparison | null> {
	const all = made.get(lookup) ?? new Map<string, Promise<Comparison | null>>();
	made.set(lookup, all);
	const key = quickHash(JSON.stringify([event, page]));
	const comparison = all.get(key) ?? lookup.compare(corpus, page, event);
	all.delete(key);
	all.set(key, comparison);
	comparison.catch(() => all.delete(key));
	for (const old of all.keys()) if (all.size > KEPT) all.delete(old);
	return comparison;
}
