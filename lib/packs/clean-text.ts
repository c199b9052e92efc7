/**
 * Text as a reader may trust it: nothing invisible, nothing that turns the line around, no towers of marks.
 * Touches nothing.
 */

/** Controls but tab and newline, zero-width, soft hyphens, bidi controls, tags, fillers, variation selectors. */
const HIDDEN = /(?![\t\n])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const MARKS_ON_ONE = /(\p{M}{8})\p{M}+/gu;
const PLAIN = /^[\t\n\x20-\x7e\u00a0-\u00ac\u4e00-\u9fff\u3000-\u303f\uff01-\uff60]*$/;

export function cleanText(text: string): string {
	if (PLAIN.test(text)) return text;
	return text.toWellFormed().replace(HIDDEN, '').replace(MARKS_ON_ONE, '$1');
}
