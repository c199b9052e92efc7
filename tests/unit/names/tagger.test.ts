import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTagger, type StrangersReply, type StrangersRequest } from '../../../lib/names/tagger.ts';

/** A worker that answers on request of the test. */
class FakeWorker extends EventTarget {
	asked: StrangersRequest[] = [];
	terminated = false;
	postMessage(request: StrangersRequest) {
		this.asked.push(request);
	}
	terminate() {
		this.terminated = true;
	}
	answer(at: number) {
		const data: StrangersReply = { id: this.asked[at]?.id ?? -1, spans: [[[at, at + 1]]] };
		this.dispatchEvent(new MessageEvent('message', { data }));
	}
}

const workers: FakeWorker[] = [];
const start = () => {
	const worker = new FakeWorker();
	workers.push(worker);
	return worker as unknown as Worker;
};

beforeEach(() => {
	vi.useFakeTimers();
	workers.length = 0;
});
afterEach(() => vi.useRealTimers());

test('one worker answers all, each its own', async () => {
	const tagger = createTagger(start);
	const [first, second] = [tagger.strangers(['a']), tagger.strangers(['b'])];
	workers[0]?.answer(1);
	workers[0]?.answer(0);
	expect(await first).toEqual([[[0, 1]]]);
	expect(await second).toEqual([[[1, 2]]]);
	expect(workers).toHaveLength(1);
});

test('a worker that idles is stopped, and started again when asked', async () => {
	const idle = vi.fn();
	const tagger = createTagger(start, idle);
	const asked = tagger.strangers(['a']);
	workers[0]?.answer(0);
	await asked;
	await vi.advanceTimersByTimeAsync(31_000);
	expect(workers[0]?.terminated).toBe(true);
	expect(idle).toHaveBeenCalledOnce();
	void tagger.strangers(['b']).catch(() => undefined);
	expect(workers).toHaveLength(2);
});

test('a worker that fails or hangs is given up, and what waits is told', async () => {
	const tagger = createTagger(start);
	const failed = tagger.strangers(['a']);
	workers[0]?.dispatchEvent(new Event('error'));
	await expect(failed).rejects.toThrow('no-worker');
	const hung = expect(tagger.strangers(['b'])).rejects.toThrow('no-worker');
	await vi.advanceTimersByTimeAsync(5_000);
	await hung;
	expect(workers[1]?.terminated).toBe(true);
});

test('where no worker may be had, asking fails', async () => {
	const tagger = createTagger(() => {
		throw new TypeError('blocked');
	});
	await expect(tagger.strangers(['a'])).rejects.toThrow('blocked');
});
