/**
 * The part of the messages that runs in pages: names and shapes, no schemas.
 * Touches nothing.
 */
import type { CardView } from '../corpus/views.ts';
import type { Recognised } from '../events/index.ts';
import type { Found } from '../names/page.ts';
import type { Request } from './index.ts';

export type { PageText, Request, ScanRequest } from './index.ts';

/** UTF-16 units in one scan request: Chromium's messages grow superlinearly beyond. */
export const CHUNK = 64_000;

/** Name of the Port that carries scans. */
export const SCAN_PORT = 'scan';
export type ScanReply = { id: number; found: Found } | { id: number; error: string };

export const ROLES = ['title', 'dateline', 'body', 'caption', 'teaser', 'comment', 'chrome'] as const;
export type Role = (typeof ROLES)[number];

export interface Answers {
	'card-code': Record<string, never>;
	events: { recognised: Recognised[] };
	card: { view: CardView; reader: string; hidden: boolean };
	'hide-name': Record<string, never>;
	'site-off': Record<string, never>;
	ready: Record<string, never>;
}

/** What the background or an extension page asks of the overlay in a tab. */
export type Command =
	| { type: 'step'; by: 1 | -1 }
	| { type: 'toggle-card' }
	| { type: 'report' }
	| { type: 'stop' };

/** What the overlay met on its page, for popup, side panel and the `read` command. */
export interface PageReport {
	url: string;
	lang: string;
	/** Ends of the ways: times in ms since navigation start, null while unknown. */
	firstMarks: number | null;
	blocks: { role: Role; text: string }[];
	mentions: { block: number; start: number; end: number; entity: string; marked: boolean }[];
	events: Recognised[];
}

/** Asks the background; throws `AskError` with its code when that failed. */
export async function ask<T extends Request['type']>(
	request: Extract<Request, { type: T }>,
	send: (message: unknown) => Promise<unknown>,
): Promise<Answers[T]> {
	const answer = (await send(request)) as Answers[T] | { error: string } | undefined;
	if (!answer) throw new AskError('no-answer');
	if ('error' in answer) throw new AskError(answer.error);
	return answer;
}

export class AskError extends Error {
	readonly code: string;
	constructor(code: string) {
		super(code);
		this.name = 'AskError';
		this.code = code;
	}
}
