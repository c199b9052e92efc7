/** A plain text as a page, and back: where in the file a stretch of the page's text stands. */

/** One <p> a line that is not empty, no <article>; markup in a line is parsed as such. */
export function wrap(text: string): string {
	const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
	return `<!doctype html><meta charset="utf-8"><body>\n${lines.map((line) => `<p>${line}</p>`).join('\n')}\n</body>`;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** The characters of `raw` that a reader sees, each with its offset; white space left out. */
function visible(raw: string): { char: string; at: number }[] {
	const seen: { char: string; at: number }[] = [];
	const token = /<!--[\s\S]*?-->|<\/?[a-z][^>]*>|&(#x?[0-9a-f]+|[a-z]+);|[\s\S]/gi;
	for (const match of raw.matchAll(token)) {
		const [whole, entity] = match;
		const text = entity ? decode(entity) : whole.length === 1 ? whole : '';
		for (const char of text) if (char.trim() !== '') seen.push({ char, at: match.index });
	}
	return seen;
}

function decode(entity: string): string {
	if (!entity.startsWith('#')) return ENTITIES[entity.toLowerCase()] ?? '';
	const hex = /^#x/i.test(entity);
	return String.fromCodePoint(Number.parseInt(entity.slice(hex ? 2 : 1), hex ? 16 : 10));
}

/** For each block of a page made of `raw`: offsets in `raw` of its text's units. -1 for white space the page added. */
export function locate(raw: string, blocks: readonly { text: string }[]): number[][] {
	const seen = visible(raw);
	let at = 0;
	return blocks.map(({ text }) => {
		const offsets: number[] = [];
		for (const unit of text.split('')) {
			if (unit.trim() === '') {
				offsets.push(-1);
				continue;
			}
			while (at < seen.length && seen[at]?.char !== unit) at++;
			offsets.push(seen[at]?.at ?? -1);
			at++;
		}
		return offsets;
	});
}
