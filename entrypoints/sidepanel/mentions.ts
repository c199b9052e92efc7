/** The overlay's list of names, with a few words around each so that one knows which is which. */
import type { MentionLine } from '../../lib/corpus/views.ts';
import type { PageReport } from '../../lib/messages/index.ts';

/** UTF-16 units on either side, by how much one character says. */
const AROUND = { han: 12, other: 28 };

export function mentionLines({ mentions, blocks, lang }: PageReport): MentionLine[] {
	return mentions.map(({ block, start, end }, at) => {
		const text = blocks[block]?.text ?? '';
		const around = /\p{Script=Han}/u.test(text.slice(start - 1, end + 1)) ? AROUND.han : AROUND.other;
		const before = text.slice(Math.max(0, start - around), start);
		const after = text.slice(end, end + around);
		return {
			at,
			said: { text: text.slice(start, end), lang: lang || 'und' },
			before: start > around ? `…${wholeStart(before)}` : before,
			after: end + around < text.length ? `${wholeEnd(after)}…` : after,
		};
	});
}

/** Half a surrogate pair is no character, half a Latin word no word. */
const wholeStart = (text: string) =>
	text.replace(/^[\uDC00-\uDFFF]/, '').replace(/^[\p{Script=Latin}\p{M}’']+\s/u, '');
const wholeEnd = (text: string) =>
	text.replace(/[\uD800-\uDBFF]$/, '').replace(/\s[\p{Script=Latin}\p{M}’']+$/u, '');
