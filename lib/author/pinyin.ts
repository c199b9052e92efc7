/**
 * How a pack's Chinese names are spoken, so that readers find them by pinyin and the extension needs no dictionary of it.
 * What the author wrote stays. Used by the commands only; touches nothing.
 */
import { pinyin } from 'pinyin-pro';
import type { Texts } from '../packs/index.ts';
import { foldKey } from '../text/index.ts';
import type { Records } from './source.ts';

const HAN = /\p{Script=Han}+/gu;
/** As the schema of the records has it. */
const MOST = 64;
const LONGEST = 80;

/** Fills the records in place. */
export function addPinyin({
	entities,
	events,
	sources,
}: Pick<Records, 'entities' | 'events' | 'sources'>): void {
	for (const entity of entities) {
		entity.pinyin ??= spoken(
			[...formsOf(entity.name), ...entity.aliases.map(({ text }) => text)],
			entity.kind === 'person',
		);
	}
	for (const record of [...events, ...sources]) record.pinyin ??= spoken(formsOf(record.name), false);
	for (const record of [...entities, ...events, ...sources]) {
		if (record.pinyin?.length === 0) delete record.pinyin;
	}
}

/** Each stretch of Chinese once, as syllables without tones; a person's name begins with the surname. */
function spoken(texts: readonly string[], person: boolean): string[] {
	const stretches = texts.flatMap((text) => foldKey(text).match(HAN) ?? []).filter((one) => one.length > 1);
	const found = new Set<string>();
	for (const stretch of new Set(stretches)) {
		const syllables = pinyin(stretch.slice(0, LONGEST), {
			toneType: 'none',
			type: 'array',
			surname: person ? 'head' : 'off',
		}).map((one) => foldKey(one));
		if (syllables.every((one) => /^[a-z]+$/.test(one))) found.add(syllables.join(' '));
	}
	return [...found].slice(0, MOST);
}

const formsOf = (texts: Texts): string[] => Object.values(texts).filter((text) => text !== undefined);
