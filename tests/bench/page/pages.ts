/** Pages made to weigh: long, and never still. Our own sentences, numbered so that no text stands twice. */

const NAMES = [
	'Vladimir Putin',
	'Kim Jong Un',
	'Pyongyang',
	'Vostochny Cosmodrome',
	'Sergei Shoigu',
	'Sergey Lavrov',
	'普京',
	'金正恩',
	'朝鲜',
	'平壤',
];

const ENGLISH = (n: number, name: string) =>
	`On day ${n} the harvest report named ${name} beside the weather.`;
const CHINESE = (n: number, name: string) =>
	`第${n}天的天气报告里写着${name}的名字，河水仍然很高，渡船停在对岸等待，集市要到下午才开门，孩子们在桥边数着船，老人们在树下谈论收成与雨水的多少，今年的稻子比去年早熟。`;
const PLAIN = (n: number) => `Rain, and wheat at a fair price: ${n}.`;

/** 1 MB of text (UTF-16 units) in 20,000 text nodes; a name in every third. */
export function heavyPage(): string {
	const parts: string[] = [];
	for (let n = 0; n < 20_000; ) {
		parts.push('<section>');
		for (let i = 0; i < 50 && n < 20_000; i++) {
			const name = NAMES[Math.floor(n / 3) % NAMES.length] as string;
			if (n % 3 !== 0) parts.push(`<p>${PLAIN(n)}</p>`);
			else parts.push(`<p>${/[a-z]/.test(name) ? ENGLISH(n, name) : CHINESE(n, name).slice(0, 50)}</p>`);
			n++;
		}
		parts.push('</section>');
	}
	const filler = 1_000_000 - parts.join('').replace(/<[^>]+>/g, '').length;
	if (filler < 0) throw new Error(`the heavy page is too long by ${-filler}`);
	const more = ' and the ferry was late'.repeat(Math.ceil(filler / 1000 / 23));
	let left = 1000;
	const body = parts.map((part) =>
		part.startsWith('<p>') && left-- > 0 ? part.replace('</p>', `${more}</p>`) : part,
	);
	return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Heavy</title><body><main>${body.join('')}</main>`;
}

/** An article beside which 5,000 mutations a second happen for as long as `window.flood` is true. */
export function restlessPage(): string {
	return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Restless</title><body>
<article>${Array.from({ length: 60 }, (_, n) => `<p>${ENGLISH(n, NAMES[n % 6] as string)} ${PLAIN(n)}</p>`).join('')}</article>
<ul id="ticker">${'<li>–</li>'.repeat(100)}</ul>
<script>
window.flood = false;
let n = 0;
setInterval(() => {
	if (!window.flood) return;
	const rows = document.getElementById('ticker').children;
	// 50 every 10 ms, half of them new text, half new nodes.
	for (let i = 0; i < 25; i++) rows[(n + i) % 100].firstChild.data = 'Putin ' + n++;
	for (let i = 0; i < 25; i++) {
		const row = document.createElement('li');
		row.append('Pyongyang ' + n);
		rows[n++ % 100].replaceWith(row);
	}
}, 10);
</script>`;
}
