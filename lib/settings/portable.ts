/** Settings as a file the reader keeps. What a file says is checked whole: nothing is taken of one that does not fit. */
import * as v from 'valibot';
import { READERS } from '../text/language.ts';
import { LOOKS, MOST, SHOWS } from './choices.ts';
import type { Settings } from './index.ts';
import { HOST } from './sites.ts';

const VERSION = 1;
/** Characters; ten times what the longest lists need. */
const LARGEST = 4_000_000;

const Host = v.pipe(v.string(), v.maxLength(260), v.regex(HOST));
const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(160));
const listOf = <T extends typeof Host | typeof Id>(item: T) => v.pipe(v.array(item), v.maxLength(MOST));

const Portable = v.strictObject({
	reader: v.picklist(['auto', ...READERS]),
	look: v.picklist(LOOKS),
	show: v.picklist(SHOWS),
	badge: v.boolean(),
	off: listOf(Host),
	hidden: listOf(Id),
});
type Portable = v.InferOutput<typeof Portable>;

const Envelope = v.object({ sidelight: v.literal('settings'), version: v.number(), settings: v.unknown() });

/** `code`: settings-not-json, settings-not-ours, settings-newer, settings-invalid. */
export class SettingsError extends Error {
	readonly code: string;
	/** Where it does not fit, as `off.3`; '' when the file as a whole does not. */
	readonly at: string;
	constructor(code: string, at = '') {
		super(at ? `${code} at ${at}` : code);
		this.name = 'SettingsError';
		this.code = code;
		this.at = at;
	}
}

/** JSON. Which sites are granted is the browser's; a pause and repairs are of this machine and this hour. */
export function exportSettings({ reader, look, show, badge, off, hidden }: Settings): string {
	const settings: Portable = { reader, look, show, badge, off, hidden };
	return `${JSON.stringify({ sidelight: 'settings', version: VERSION, settings }, null, '\t')}\n`;
}

/** Throws SettingsError. */
export function importSettings(text: string): Portable {
	const envelope = v.safeParse(Envelope, parsed(text));
	if (!envelope.success) throw new SettingsError('settings-not-ours');
	if (envelope.output.version > VERSION) throw new SettingsError('settings-newer');
	const settings = v.safeParse(Portable, envelope.output.settings);
	if (settings.success) return settings.output;
	throw new SettingsError('settings-invalid', v.getDotPath(settings.issues[0]) ?? '');
}

function parsed(text: string): unknown {
	if (text.length > LARGEST) throw new SettingsError('settings-not-ours');
	try {
		return JSON.parse(text.replace(/^\ufeff/, ''));
	} catch {
		throw new SettingsError('settings-not-json');
	}
}
