/** What the bench does within a page of the extension: fills the store, and times what is asked of it. Bundled by driver.ts. */
import {
	cardView,
	eventView,
	looksAt,
	openCorpus,
	Store,
	search,
	warmSearch,
} from '../../../lib/corpus/index.ts';
import { fill } from './fill.ts';
import { namesWith, type Plan, packIdOf, planOf } from './generate.ts';
import { peer } from './peer.ts';
import { queriesOf } from './queries.ts';

export interface Timed {
	kind: string;
	text: string;
	ms: number;
	found: number;
}

const store = new Store();
/** Opened once, as the extension's pages and its background do. */
const looks = looksAt(store);

async function timed(kind: string, text: string, act: () => Promise<number>): Promise<Timed> {
	const started = performance.now();
	const found = await act();
	return { kind, text, ms: performance.now() - started, found };
}

const bench = {
	/** Told while it fills; `done` or an error at the end. */
	status: '',

	fill(articles: number): void {
		const tell = (how: string) => {
			bench.status = how;
		};
		follow(fill(store, planOf(articles), tell));
	},

	/** Waits until the background has made today's indexes, where an older build made others. */
	index(): void {
		const indexed = async (): Promise<void> => {
			try {
				const corpus = await openCorpus(store);
				await warmSearch(corpus);
				if (!(await store.derived.get(`${corpus.revision}/about`))) throw new Error('not yet');
			} catch {
				await new Promise((resume) => setTimeout(resume, 1000));
				return indexed();
			}
		};
		bench.status = 'indexing';
		follow(indexed());
	},

	/** The first search of a page: the dictionaries are read. */
	async first(): Promise<number> {
		return (await timed('', 'Putin', () => found('Putin'))).ms;
	},

	async searches(articles: number): Promise<Timed[]> {
		const times: Timed[] = [];
		for (const { kind, text } of queriesOf(planOf(articles)))
			times.push(await timed(kind, text, () => found(text)));
		return times;
	},

	/** Events as they come, and names. First the name with most events. */
	async views(articles: number): Promise<Timed[]> {
		const plan = planOf(articles);
		const times: Timed[] = [];
		for (let i = 0; i < 20; i++) {
			const pack = i % plan.packs;
			const story = pack * plan.stories + Math.floor((plan.stories * i) / 20);
			const event = `${packIdOf(pack)}/v-${story}`;
			times.push(
				await timed('event', event, async () => {
					const corpus = await looks.open();
					const row = await corpus.event(event);
					return row ? (await eventView(corpus, row, 'en')).claimLines.length : 0;
				}),
			);
			const entity = i === 0 ? `${packIdOf(pack)}/e-0` : nameAt(i, pack, plan);
			times.push(
				await timed(
					'entity',
					entity,
					async () => (await cardView(await looks.open(), entity, 'en'))?.events.length ?? 0,
				),
			);
			times.push(await timed('opening the store', '', async () => (await openCorpus(store)).heads.size));
		}
		return times;
	},

	/** Others in each round: what was read once is in memory. */
	ids(
		articles: number,
		rounds: number,
	): { event: string; entity: string; article: string; source: string }[] {
		const plan = planOf(articles);
		return Array.from({ length: rounds }, (_, round) => {
			const at = (plan.packs - 1 + round) % plan.packs;
			const pack = packIdOf(at);
			const story = at * plan.stories + Math.floor((plan.stories * (round + 1)) / (rounds + 1));
			return {
				event: `${pack}/v-${story}`,
				entity: nameAt(20 + round, at, plan),
				article: `${pack}/a-${story}-0`,
				source: `${pack}/s-${round}`,
			};
		});
	},

	size: async (): Promise<number> => (await navigator.storage.estimate()).usage ?? 0,
	peer: (articles: number) => peer(planOf(articles), queriesOf(planOf(articles))),
};
export type Bench = typeof bench;

function follow(work: Promise<unknown>): void {
	work.then(
		() => {
			bench.status = 'done';
		},
		(error) => {
			bench.status = `error: ${error?.stack ?? error}`;
		},
	);
}

/** Stories of a name that is looked at: most of thirty thousand have none, some a hundred, and a page costs what it shows. */
const STORIES = 3;

/** The same in a corpus of any size. */
function nameAt(i: number, pack: number, plan: Plan): string {
	const names = namesWith(STORIES, pack, plan);
	return `${packIdOf(pack)}/${names[i % names.length] ?? 'e-0'}`;
}

async function found(text: string): Promise<number> {
	const { entities, events, sources, articles } = await search(await looks.open(), text, 'en');
	return entities.length + events.length + sources.length + articles.length;
}

Object.assign(globalThis, { bench });
