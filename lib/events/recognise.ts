/**
 * Which event a text is about: participants, place, date and what happened together, in title, dateline, body and captions.
 * What stands early or often weighs more. Date and place can veto; what a page does not say vetoes nothing. Touches nothing.
 */
import { datesIn, daysBetween, isoDay } from '../text/index.ts';
import { entriesIn, isRead } from './lists.ts';

/** A block of the page as far as events need it. */
export interface Block {
	role: string;
	text: string;
	/** Public ids of the entities it mentions. */
	entities: readonly string[];
	/** Public ids of the terms found in it. */
	terms: readonly string[];
}

export interface Text {
	title: string;
	/** ISO 8601, as the page states it; '' when it does not. */
	published: string;
	blocks: readonly Block[];
}

/** An event as far as recognising it needs. Ids are public ones. */
export interface Model {
	id: string;
	name: string;
	/** ISO 8601; `end` is a day. */
	start: string;
	end: string;
	participants: readonly string[];
	/** The exact place first, then those it lies in. */
	places: readonly string[];
	/** Where its parts took place: on a page of its date as telling as its own. */
	sites?: readonly string[];
	/** Terms of what makes such an event: any of them will do. */
	what: readonly string[];
}

export interface Recognised {
	id: string;
	name: string;
	/** 0 … 1. */
	score: number;
	relation: 'about' | 'mentions' | 'none';
	/** What spoke for and against it, for people who want to know why. */
	why: string[];
}

/** Only these tell what a text is about. */
const EVIDENCE = new Set(['title', 'dateline', 'body', 'caption']);
/** Blocks at the top that say what the text is about. */
const LEAD = 6;
const WEIGHT = { who: 0.4, where: 0.25, what: 0.15, when: 0.2 };
const ABOUT = 0.7;
const MENTIONS = 0.35;
/** Participants of what a text is about are prominent in it, on the whole. */
const PROMINENT = 0.6;
/** Of a text without a date more is asked. */
const UNDATED = { who: 0.8, where: 0.8, what: 1 };
/** A page is about an event when it was published so many days around it. */
const DAYS_BEFORE = 7;
const DAYS_AFTER = 14;

interface Scored extends Recognised {
	who: number;
	where: number;
	what: number;
	when: number | null;
	/** The block that names its place first, and the one by which its participants are named too. */
	placed: number;
	named: number;
}

/** Every event that the text has to do with, the likeliest first; it is about one at most. */
export function recognise(text: Text, models: readonly Model[]): Recognised[] {
	const blocks = text.blocks.filter((block) => EVIDENCE.has(block.role));
	const evidence: Evidence = {
		blocks,
		lead: blocks.slice(0, LEAD),
		salience: salienceOf(blocks),
		published: text.published.slice(0, 10) || statedDay(text.title, blocks),
	};
	const scored = models.map((model) => score(model, evidence));
	const no = whyUnsure(blocks);
	for (const [at, found] of scored.entries()) {
		if (found.relation !== 'about') continue;
		const why = no ?? (isOneOfMany(models[at] as Model, blocks) ? 'one of many on a live page' : null);
		if (why === null) continue;
		found.relation = 'mentions';
		found.why.push(why);
	}
	settle(scored, evidence.published !== '');
	return scored
		.filter(({ relation }) => relation !== 'none')
		.sort((a, b) => Number(b.relation === 'about') - Number(a.relation === 'about') || b.score - a.score)
		.map(({ id, name, score, relation, why }) => ({ id, name, score, relation, why }));
}

interface Evidence {
	blocks: readonly Block[];
	lead: readonly Block[];
	/** 0 … 1 by entity: 1 in the lead, else by how often it is named. */
	salience: ReadonlyMap<string, number>;
	/** ISO day; '' when the page has none. */
	published: string;
}

function salienceOf(blocks: readonly Block[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const id of blocks.flatMap((block) => block.entities)) counts.set(id, (counts.get(id) ?? 0) + 1);
	const often = Math.max(3, ...counts.values()) / 3;
	const lead = new Set(blocks.slice(0, LEAD).flatMap((block) => block.entities));
	return new Map([...counts].map(([id, count]) => [id, lead.has(id) ? 1 : Math.min(0.8, count / often / 2)]));
}

/** A date stands alone, or at the head of its line: a dateline, or a line under the title. */
const AT_HEAD = 40;
const DATE_LINE = 60;

/** ISO day of a text that states none itself, by the first whole date at its top; '' when there is none. */
export function statedDay(title: string, blocks: readonly { text: string }[]): string {
	for (const text of [title, ...blocks.slice(0, LEAD).map((block) => block.text)]) {
		for (const date of datesIn(text)) {
			const day = isoDay(date);
			if (day && (date.end <= AT_HEAD || text.length <= DATE_LINE)) return day;
		}
	}
	return '';
}

function score(model: Model, evidence: Evidence): Scored {
	const why: string[] = [];
	const who = whoScore(model, evidence, why);
	const where = whereScore(model, evidence, why);
	const what = whatScore(model, evidence, why);
	const when = whenScore(model, evidence, why);
	const total = WEIGHT.who * who + WEIGHT.where * where + WEIGHT.what * what + WEIGHT.when * (when ?? 0.5);
	const found: Scored = {
		id: model.id,
		name: model.name,
		score: round(total),
		relation: 'none',
		why,
		who,
		where,
		what,
		when,
		placed: namedBy(model.places.slice(0, 1), evidence),
		named: namedBy([...model.participants, ...model.places.slice(0, 1)], evidence),
	};
	if (total >= MENTIONS && mentioned(model, evidence, found)) found.relation = 'mentions';
	if (found.relation === 'mentions' && fits(found, evidence.published !== '')) found.relation = 'about';
	return found;
}

function namedBy(ids: readonly string[], { blocks }: Evidence): number {
	const first = (id: string) => {
		const at = blocks.findIndex(({ entities }) => entities.includes(id));
		return at < 0 ? blocks.length : at;
	};
	return Math.max(0, ...ids.map(first));
}

const round = (score: number) => Math.round(score * 100) / 100;

/** How prominent its participants are; 0 when one is missing. Who is alone in an event says less of it. */
function whoScore({ participants }: Model, { salience }: Evidence, why: string[]): number {
	const present = participants.filter((id) => salience.has(id));
	why.push(`participants ${present.length} of ${participants.length}`);
	if (present.length < participants.length || present.length === 0) return 0;
	const mean = present.reduce((sum, id) => sum + (salience.get(id) ?? 0), 0) / present.length;
	return present.length > 1 ? mean : mean * 0.6;
}

/** 1 the exact place at the top, less further down, 0.2 only a place around it. */
function whereScore(
	{ places: [exact, ...around], sites }: Model,
	{ lead, salience, published }: Evidence,
	why: string[],
): number {
	if (exact && salience.has(exact)) {
		const early = lead.some((block) => block.entities.includes(exact));
		why.push(early ? 'place, at the top' : 'place');
		return early ? 1 : 0.3 + 0.5 * (salience.get(exact) ?? 0);
	}
	if (published && sites?.some((id) => salience.has(id))) {
		why.push('a place of its parts');
		return 0.4;
	}
	const near = around.some((id) => salience.has(id));
	why.push(near ? 'only a place around it' : 'no place');
	return near ? 0.2 : 0;
}

function whatScore({ what }: Model, { blocks, lead }: Evidence, why: string[]): number {
	const tells = (block: Block) => block.terms.some((term) => what.includes(term));
	if (!blocks.some(tells)) return 0;
	const early = lead.some(tells);
	why.push(early ? 'what happened, at the top' : 'what happened');
	return early ? 1 : 0.5;
}

/** 1 fits, 0 speaks against it, null nothing is said. */
function whenScore({ start, end }: Model, { published, blocks }: Evidence, why: string[]): number | null {
	if (published) {
		const fits = daysBetween(published, start) <= DAYS_BEFORE && daysBetween(end, published) <= DAYS_AFTER;
		why.push(`published ${published}, ${fits ? 'near it' : 'far from it'}`);
		return fits ? 1 : 0;
	}
	const own = start.slice(0, 4);
	// Most blocks are passed over by their digits: finding dates is dear.
	const named = (text: string) =>
		text.includes(own) && datesIn(text).some(({ year }) => year === Number(own));
	if (blocks.some(({ text }) => named(text))) {
		why.push('its year is named');
		return 0.8;
	}
	why.push('no date on the page');
	return null;
}

/** Enough of it stands in the text to say that the text has to do with it. */
function mentioned(
	model: Model,
	{ blocks, published }: Evidence,
	{ who, where, what, when, why }: Scored,
): boolean {
	if (who === 0 || (where < 0.3 && what === 0)) return false;
	if (model.participants.length < 2) {
		// One name and its country are everywhere: place and deed must meet in one sentence or so.
		const meets = (block: Block) =>
			block.entities.includes(model.places[0] ?? '') && block.terms.some((term) => model.what.includes(term));
		if (!blocks.some(meets)) return false;
	}
	if (when !== 0) return true;
	why.push('its date speaks against it');
	const [place] = model.places;
	// It is over, and one paragraph has its people, its place and its deed.
	const lookedBack = blocks.some(
		({ entities, terms }) =>
			place !== undefined &&
			entities.includes(place) &&
			model.participants.length > 1 &&
			model.participants.every((id) => entities.includes(id)) &&
			terms.some((term) => model.what.includes(term)),
	);
	if (lookedBack && published !== '' && daysBetween(model.end, published) > 0) {
		why.push('yet it is looked back at');
		return true;
	}
	const [year, month] = model.start.split('-').map(Number);
	const named = blocks.some((block) =>
		datesIn(block.text).some(
			(date) => date.year === year && (date.month === null || !month || date.month === month),
		),
	);
	if (named) why.push('yet its date is named');
	return named;
}

function fits({ score, who, where, what, when }: Scored, dated: boolean): boolean {
	if (when === 0 || who < PROMINENT) return false;
	if (!dated) return who >= UNDATED.who && where >= UNDATED.where && what >= UNDATED.what;
	// Its date, all its people and its deed at the top: then a place around it will do.
	return score >= ABOUT && (where >= 0.3 || (when === 1 && what === 1 && who >= UNDATED.who && where > 0));
}

/** A live page is about what half of its entries tell of. */
function isOneOfMany({ participants }: Model, blocks: readonly Block[]): boolean {
	const entries = entriesIn(blocks);
	const on = entries.filter(({ entities }) => participants.some((id) => entities.includes(id)));
	return on.length < entries.length / 2;
}

/** Lines that are no sentences make a list of headlines, not an article. */
const HEADLINES = { lines: 8, sentences: 0.3 };
const SENTENCE_END = /[。！？.!?…」”"』）)]\s*$/;
/** Why nothing can be said of a page as a whole; null where it is an article in a language that is read. */
function whyUnsure(blocks: readonly Block[]): string | null {
	const body = blocks.filter(({ role }) => role === 'body').map(({ text }) => text);
	if (!isRead(blocks.map(({ text }) => text).join('\n'))) return 'in a language that is not read';
	const sentences = body.filter((text) => SENTENCE_END.test(text)).length;
	if (body.length >= HEADLINES.lines && sentences < HEADLINES.sentences * body.length)
		return 'a list of headlines';
	return null;
}

/** Of events that fit about as well the one is meant that the text comes to first. */
const AS_WELL = 0.2;

/** One text is about one event: the runners-up are mentioned, and without a date two that fit are nobody's. */
function settle(scored: Scored[], dated: boolean) {
	const about = scored.filter(({ relation }) => relation === 'about');
	const most = Math.max(...about.map(({ score }) => score));
	const [best] = about
		.filter(({ score }) => score > most - AS_WELL)
		.sort((a, b) => a.placed - b.placed || a.named - b.named || b.score - a.score);
	for (const found of dated ? about.filter((one) => one !== best) : about.length > 1 ? about : []) {
		found.relation = 'mentions';
		found.why.push(dated ? 'another event fits better' : 'another event fits as well');
	}
}
