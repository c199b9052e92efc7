/** The whole way of a page's text in the built extension: out over the Port, candidates back. */

import { BREAK, SCAN_PORT, type ScanReply, type ScanRequest } from '../../../lib/messages/page.ts';
import type { Kind } from '../../../tools/browser/find.ts';
import { launch, openOwn } from '../../../tools/browser/launch.ts';
import { median } from '../support/report.ts';

const RUNS = 9;
const UNITS = 20_000;
/** Our own lines, as dense in names as any article. */
const LINES = [
	'普京与金正恩在东方航天发射场会谈，克里姆林宫发言人佩斯科夫说，朝鲜希望得到卫星技术。',
	'北韓向日本海發射飛彈，南韓軍方與日本海上保安廳作出通報，普丁沒有回答。',
	'Vladimir Putin met Kim Jong Un at the Vostochny Cosmodrome; Mr Kim had come by train through Khasan.',
];

/** ms, medians of nine: text out → candidates back, and an empty text. */
export async function articleTrip(kind: Kind): Promise<{ articleMs: number; emptyMs: number }> {
	const running = await launch({ kind });
	try {
		const page = await openOwn(running, '/popup.html');
		const texts: string[] = [];
		for (let units = 0, i = 0; units < UNITS; i++) {
			const line = `${i}. ${LINES[i % LINES.length]}`;
			texts.push(line);
			units += line.length;
		}
		const times = await page.evaluate(
			async (article, name, runs) => {
				interface Port {
					postMessage(message: ScanRequest): void;
					onMessage: { addListener(act: (reply: ScanReply) => void): void };
					onDisconnect: { addListener(act: () => void): void };
				}
				const { runtime } = (
					globalThis as unknown as { chrome: { runtime: { connect(to: { name: string }): Port } } }
				).chrome;
				const port = runtime.connect({ name });
				let answered: (reply: ScanReply | null) => void;
				port.onMessage.addListener((reply) => answered(reply));
				port.onDisconnect.addListener(() => answered(null));
				let id = 0;
				const trip = async (text: string) => {
					const before = performance.now();
					const reply = await new Promise<ScanReply | null>((done) => {
						answered = done;
						port.postMessage({ id: id++, parts: [text], more: false });
					});
					if (!reply || 'error' in reply) throw new Error(reply?.error ?? 'refused');
					return performance.now() - before;
				};
				for (let i = 0; i < 5; i++) await trip(article);
				const whole: number[] = [];
				const empty: number[] = [];
				for (let i = 0; i < runs; i++) {
					whole.push(await trip(article));
					empty.push(await trip(''));
				}
				return { whole, empty };
			},
			texts.join(BREAK),
			SCAN_PORT,
			RUNS,
		);
		await page.close();
		return { articleMs: median(times.whole), emptyMs: median(times.empty) };
	} finally {
		await running.close();
	}
}
