/**
 * Which entity a candidate means, by the evidence of the whole page. When unsure: nobody.
 * Touches nothing; runs in the page, over candidates that the index found.
 */
import { type Candidate, KIND } from './found.ts';

export interface Mention {
	block: number;
	start: number;
	end: number;
	entity: string;
	strength: 'strong' | 'weak';
}

interface Block {
	text: string;
	candidates: readonly Candidate[];
}

interface Seen {
	/** How far into the page, in UTF-16 units. */
	at: number;
	entity: string | null;
	text: string;
}

/** Mentions in the order of the page. */
export function resolve(blocks: readonly Block[]): Mention[] {
	const certain = certainNames(blocks);
	const onPage = new Set(certain.map((seen) => seen.entity));
	const mentions: Mention[] = [];
	let before = 0;
	blocks.forEach(({ text, candidates }, block) => {
		for (const { start, end, kind, entities } of candidates) {
			if (kind === KIND.nobody) continue;
			const strong = kind === KIND.strong && entities.length === 1;
			const entity = strong
				? entities[0]
				: meant(
						entities.filter((id) => onPage.has(id)),
						text.slice(start, end),
						before + start,
						certain,
					);
			if (entity) mentions.push({ block, start, end, entity, strength: strong ? 'strong' : 'weak' });
		}
		before += text.length + 1;
	});
	return mentions;
}

function certainNames(blocks: readonly Block[]): Seen[] {
	const seen: Seen[] = [];
	let before = 0;
	for (const { text, candidates } of blocks) {
		for (const { start, end, kind, entities } of candidates) {
			const entity = kind === KIND.strong && entities.length === 1 ? (entities[0] as string) : null;
			if (entity || kind === KIND.nobody)
				seen.push({ at: before + start, entity, text: text.slice(start, end) });
		}
		before += text.length + 1;
	}
	return seen;
}

/** Of those who bear a weak name and are on the page: the one named last, unless a rival stands nearer. */
function meant(bearers: string[], name: string, at: number, certain: readonly Seen[]): string | null {
	if (bearers.length === 0) return null;
	const surname = surnameOf(name);
	let nearest: Seen | null = null;
	for (const seen of certain) {
		const bears = seen.entity !== null && bearers.includes(seen.entity);
		if (!bears && !shares(seen.text, surname)) continue;
		if (!nearest || distance(seen, at) < distance(nearest, at)) nearest = seen;
	}
	return nearest?.entity && bearers.includes(nearest.entity) ? nearest.entity : null;
}

/** Names refer back more often than forward. */
const distance = (seen: Seen, at: number) => (seen.at <= at ? at - seen.at : 4 * (seen.at - at));

/** What a rival would share: the last word of a Latin name (Mr Kim), the first character of a Han one (金先生). */
function surnameOf(name: string): string {
	if (/\p{Script=Han}/u.test(name)) return name.slice(0, 1);
	return name.split(/[\s-]+/).at(-1) ?? name;
}

function shares(text: string, surname: string): boolean {
	if (/\p{Script=Han}/u.test(surname)) return text.startsWith(surname);
	return text.split(/[\s-]+/).includes(surname);
}
