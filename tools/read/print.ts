/** A reading in words for the terminal. */
import type { Reading } from './look.ts';

export function print({ url, browser, lang, seen, inside, ms, errors }: Reading, explain: boolean): string {
	const time = (value: number | null) => (value === null ? '–' : `${value.toFixed(0)} ms`);
	const lines = [
		`${url}  ${browser}  ${lang}`,
		'',
		`marks (${seen.marks.length}; ${inside.mentions.length} mentions)   page ready → first marks ${time(ms.firstMarks)}`,
		...seen.marks.map(
			({ text, entity, name }, i) => `${String(i + 1).padStart(4)}  ${text}  →  ${name} (${entity})`,
		),
		'',
		'events',
		...inside.events.flatMap(({ name, id, score, relation, why }) => [
			`  ${relation.padEnd(8)} ${score.toFixed(2)}  ${name} (${id})`,
			...(explain ? why.map((reason) => `             ${reason}`) : []),
		]),
		...(inside.events.length === 0 ? ['  none'] : []),
		'',
		`claims of its event (${inside.claims.filter(({ sentence }) => sentence).length} told)`,
		...inside.claims
			.filter(({ sentence }) => explain || sentence)
			.map(({ id, state, sentence }) => `  ${state.padEnd(15)} ${id}  ${sentence.slice(0, 60)}`),
		'',
		`card on the first mark   hover → card ${time(ms.card)}`,
		...(seen.card ?? ['none']).map((line) => `  ${line}`),
	];
	if (explain) {
		lines.push(
			'',
			'mentions',
			...inside.mentions.map(
				({ start, end, text, entity, role }) => `  ${start}–${end}  ${text}  ${entity}  ${role}`,
			),
			'',
			'candidates that are no mention',
			...inside.passed.map(
				({ block, start, end, text, why }) => `  block ${block}: ${start}–${end}  ${text}  ${why}`,
			),
		);
	}
	if (errors.length > 0) lines.push('', 'page errors', ...errors.map((error) => `  ${error}`));
	return lines.join('\n');
}
