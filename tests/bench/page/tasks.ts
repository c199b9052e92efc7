/**
 * Tasks of a long page's main thread, by the browser's own trace: how many last over 20 ms, and the longest stretch of
 * script in one. The page has no script of its own, so all script is Sidelight's. Chromium only: Firefox has no such trace.
 */
import { launch, type Running } from '../../../tools/browser/launch.ts';
import { serve } from '../../../tools/browser/serve.ts';
import { median } from '../support/report.ts';
import { heavyPage } from './pages.ts';

const RUNS = 5;
const LONG = 20;
/** The page and all that we do with it is done by then, ms. */
const LOADED = 2500;

export interface Tasks {
	/** Tasks over 20 ms, medians. */
	long: { plain: number; with: number };
	/** ms of script in the task that has most of it, the worst of all runs. */
	script: number;
}

interface Sample {
	long: number;
	script: number;
}

export async function tasks(): Promise<Tasks> {
	const html = heavyPage();
	const served = await serve(() => ({ body: html }));
	const plain = await launch({ kind: 'chromium', extension: null });
	const running = await launch({ kind: 'chromium' });
	const samples: Record<'plain' | 'with', Sample[]> = { plain: [], with: [] };
	try {
		await sample(running, served.origin);
		for (let i = 0; i < RUNS; i++) {
			samples.plain.push(await sample(plain, served.origin));
			samples.with.push(await sample(running, served.origin));
		}
	} finally {
		await plain.close();
		await running.close();
		await served.close();
	}
	const long = (list: readonly Sample[]) => median(list.map((one) => one.long));
	return {
		long: { plain: long(samples.plain), with: long(samples.with) },
		script: Math.max(...samples.with.map((one) => one.script)),
	};
}

interface Traced {
	name: string;
	ph: string;
	pid: number;
	tid: number;
	ts: number;
	dur?: number;
	/** On the processor: what else the machine did is not in it. µs, as all times here. */
	tdur?: number;
}

const SCRIPT = new Set(['v8.callFunction', 'v8.run', 'FunctionCall', 'EvaluateScript']);

async function sample(running: Running, origin: string): Promise<Sample> {
	const page = await running.browser.newPage();
	await page.tracing.start({ categories: ['devtools.timeline', 'v8', 'toplevel'] });
	await page.goto(`${origin}/long`);
	await new Promise((resume) => setTimeout(resume, LOADED));
	const { traceEvents } = JSON.parse(Buffer.from((await page.tracing.stop()) ?? []).toString());
	await page.close();
	return measure(traceEvents);
}

/** The thread that parsed most is the page's. */
function measure(all: readonly Traced[]): Sample {
	const threadOf = ({ pid, tid }: Traced) => `${pid} ${tid}`;
	const parsed = new Map<string, number>();
	for (const one of all)
		if (one.name === 'ParseHTML')
			parsed.set(threadOf(one), (parsed.get(threadOf(one)) ?? 0) + (one.dur ?? 0));
	const [main] = [...parsed].sort((a, b) => b[1] - a[1])[0] ?? [];
	const events = all.filter((one) => threadOf(one) === main && one.ph === 'X' && one.dur);
	const within = (inner: Traced, outer: Traced) =>
		inner !== outer && inner.ts >= outer.ts && inner.ts < outer.ts + (outer.dur ?? 0);
	const scripts = events.filter(({ name }) => SCRIPT.has(name));
	const outermost = scripts.filter((one) => !scripts.some((other) => within(one, other)));
	const runs = events.filter(({ name }) => name.endsWith('RunTask'));
	return {
		long: runs.filter((run) => (run.dur ?? 0) / 1000 > LONG).length,
		script: Math.max(
			0,
			...runs.map((run) =>
				outermost.reduce((sum, one) => sum + (within(one, run) ? (one.tdur ?? one.dur ?? 0) / 1000 : 0), 0),
			),
		),
	};
}
