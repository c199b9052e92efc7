/**
 * Corpora of invented stories, as large as asked and the same each time: an event, five articles and twenty-five claims
 * each, on people and places of one pack, spread over as many packs as the limits ask. Touches nothing.
 */

import type { Article, Claim, Entity, Event, Source } from '../../../lib/packs/index.ts';
import { LIMITS } from '../../../lib/packs/limits.ts';
import { makeNames } from '../names/corpus.ts';
import { type Random, random } from '../names/random.ts';
import { han, phrase, pinyinOf, title } from './words.ts';

export const ENTITIES = 30_000;
const ARTICLES = 5;
export const CLAIMS = 25;
const SOURCES = 60;
const NAMES = 8;
/** Bytes of JSON, measured; a pack is filled to this part of its limit. */
const STORY_BYTES = 32_000;
const ENTITY_BYTES = 900;
const FILLED = 0.9;

export interface Records {
	sources: Source[];
	articles: Article[];
	entities: Entity[];
	events: Event[];
	claims: Claim[];
}

export interface Plan {
	packs: number;
	/** Of each pack. */
	stories: number;
	entities: number;
}

export function planOf(articles: number, entities = ENTITIES): Plan {
	const stories = Math.ceil(articles / ARTICLES);
	const bytes = stories * STORY_BYTES + entities * ENTITY_BYTES;
	const packs = Math.ceil(bytes / (FILLED * LIMITS.pack));
	return { packs, stories: Math.ceil(stories / packs), entities: Math.ceil(entities / packs) };
}

export const packIdOf = (pack: number): string => (pack + 16).toString(16).padStart(32, 'b');

const TEXT = (en: string, zh: string) => ({ en, 'zh-Hans': zh });

/** All entities and sources of a pack, without stories. */
export function castOf(pack: number, plan: Plan): Pick<Records, 'entities' | 'sources'> {
	const names = makeNames(plan.entities * plan.packs * NAMES);
	const chance = random(7919 + pack);
	const entities = Array.from({ length: plan.entities }, (_, i): Entity => {
		const from = (pack * plan.entities + i) * NAMES;
		const own = names.slice(from, from + NAMES);
		const texts = [...new Set(own.map(({ text }) => text))];
		const zh = texts[0] ?? '';
		return {
			id: `e-${i}`,
			kind: i % 3 === 2 ? 'place' : 'person',
			name: TEXT(texts.at(-1) ?? zh, zh),
			pinyin: [pinyinOf(zh)],
			description: TEXT(phrase(chance, 4), han(chance, 8)),
			aliases: texts.map((text) => ({ text, strength: 'strong' as const })),
			roles: [],
			lookalikes: [],
			sameAs: [],
			discreet: false,
		};
	});
	const sources = Array.from(
		{ length: SOURCES },
		(_, i): Source => ({
			id: `s-${i}`,
			name: TEXT(`${title(chance, 1)} Daily ${i}`, `${han(chance, 2)}日报`),
			medium: 'newspaper',
			country: 'SG',
		}),
	);
	return { entities, sources };
}

const chanceOf = (story: number): Random => random(104_729 + story);

/** Who takes part in a story, the first names far more often than the last, and where it is: local ids. */
function namesIn(chance: Random, plan: Plan): { who: string[]; place: string } {
	const who = [0, 1, 2].map(() => `e-${Math.floor(plan.entities * (chance.below(1e6) / 1e6) ** 2)}`);
	return { who, place: `e-${chance.below(plan.entities)}` };
}

/** Names of a pack that so many of its stories are about, as others of any size: local ids. */
export function namesWith(stories: number, pack: number, plan: Plan): string[] {
	const counts = new Map<string, number>();
	for (let story = pack * plan.stories; story < (pack + 1) * plan.stories; story++) {
		const { who, place } = namesIn(chanceOf(story), plan);
		for (const one of new Set([...who, place])) counts.set(one, (counts.get(one) ?? 0) + 1);
	}
	return [...counts].flatMap(([id, count]) => (count === stories ? [id] : [])).sort();
}

/** One story of a pack; stories are numbered through all packs. */
export function storyOf(story: number, plan: Plan): Pick<Records, 'articles' | 'events' | 'claims'> {
	const chance = chanceOf(story);
	const day = new Date(Date.UTC(2010, 0, 1) + (Math.floor(story * 7919 * 3.1) % 5500) * 86_400_000);
	const start = day.toISOString().slice(0, 10);
	const { who, place } = namesIn(chance, plan);
	const articles = Array.from(
		{ length: ARTICLES },
		(_, i): Article => ({
			id: `a-${story}-${i}`,
			source: `s-${chance.below(SOURCES)}`,
			lang: i % 2 ? 'en' : 'zh-Hans',
			published: start,
			title: i % 2 ? title(chance, 7) : han(chance, 16),
			url: `https://daily.example/${start}/${story}-${i}`,
		}),
	);
	const event: Event = {
		id: `v-${story}`,
		name: TEXT(title(chance, 5), han(chance, 9)),
		pinyin: [pinyinOf(han(chance, 6))],
		summary: TEXT(phrase(chance, 14), han(chance, 24)),
		when: { start, precision: 'day' },
		where: [place],
		participants: [...new Set(who)].map((entity) => ({ entity })),
		what: [],
		relatedTo: [],
		series: false,
	};
	return { articles, events: [event], claims: claimsOf(chance, story, event, articles) };
}

function claimsOf(chance: Random, story: number, event: Event, articles: readonly Article[]): Claim[] {
	return Array.from({ length: CLAIMS }, (_, i): Claim => {
		const by = articles.filter(() => chance.below(3) === 0);
		return {
			id: `c-${story}-${i}`,
			event: event.id,
			kind: 'statement',
			speaker: event.participants[0]?.entity ?? '',
			text: TEXT(phrase(chance, 12), han(chance, 20)),
			modality: 'done',
			knownFrom: event.when.start,
			cues: [['ferry']],
			not: [],
			values: {},
			reports: (by.length > 0 ? by : articles.slice(0, 1)).map(({ id }) => ({
				article: id,
				via: i % 4 === 0 ? [{ source: `s-${chance.below(SOURCES)}`, basis: 'credited' as const }] : [],
				stance: 'reports' as const,
				values: {},
				at: { exact: phrase(chance, 3) },
			})),
		};
	});
}
