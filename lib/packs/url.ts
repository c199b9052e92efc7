/** Which web addresses a pack may be fetched from: public hosts over https. Touches nothing. */
import { PackError } from './errors.ts';

const LOCAL_NAMES = /(^|\.)(localhost|local|internal|home\.arpa|onion|lan|intranet|corp|home|invalid)$/;

export interface PackAddress {
	/** Folder of pack.json, with a slash at the end. */
	base: string;
	/** What the address says the fingerprint is, as written; null when nothing. */
	pin: string | null;
}

/** What a reader pasted: the folder, its pack.json, or either with `#key=`. Throws PackError `bad-url`. */
export function packAddress(typed: string): PackAddress {
	const text = typed.trim();
	const url = checked(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`);
	const pin = /^#key=(.+)$/.exec(url.hash)?.[1] ?? null;
	if (url.search !== '') throw new PackError('bad-url', 'a query');
	const path = url.pathname.replace(/(^|\/)pack\.json$/, '$1');
	return {
		base: `${url.origin}${path.endsWith('/') ? path : `${path}/`}`,
		pin: pin === null ? null : decodeURIComponent(pin),
	};
}

/** Throws PackError `bad-url`. */
export function checkAddress(text: string): void {
	checked(text);
}

function checked(text: string): URL {
	const refuse = (why: string): never => {
		throw new PackError('bad-url', why);
	};
	if (text.length > 2048 || !URL.canParse(text)) return refuse('no address');
	const url = new URL(text);
	if (url.protocol !== 'https:') return refuse('not https');
	if (url.username || url.password) return refuse('user information');
	// The parser has already turned 0x7f.1 and 2130706433 into 127.0.0.1, and capitals into small letters.
	const host = url.hostname.replace(/\.+$/, '');
	if (url.hostname.startsWith('[')) {
		if (!isGlobal6(url.hostname.slice(1, -1))) return refuse('a private address');
	} else if (/^\d+\.\d+\.\d+\.\d+$/.test(host)) {
		if (!isGlobal4(host.split('.').map(Number))) return refuse('a private address');
	} else if (!host.includes('.')) return refuse('a single label');
	else if (LOCAL_NAMES.test(host)) return refuse('a private name');
	return url;
}

/** IANA's registry of special-purpose addresses. */
function isGlobal4([a = 0, b = 0, c = 0]: number[]): boolean {
	if (a === 0 || a === 10 || a === 127 || a >= 224) return false;
	if (a === 100 && b >= 64 && b < 128) return false;
	if (a === 169 && b === 254) return false;
	if (a === 172 && b >= 16 && b < 32) return false;
	if (a === 192 && (b === 168 || (b === 0 && (c === 0 || c === 2)) || (b === 88 && c === 99))) return false;
	if (a === 198 && (b === 18 || b === 19 || (b === 51 && c === 100))) return false;
	return !(a === 203 && b === 0 && c === 113);
}

/** Only 2000::/3 is given out, and some of it wraps or maps other addresses. */
function isGlobal6(text: string): boolean {
	const [first = 0, second = 0] = text.split(':').map((part) => Number.parseInt(part || '0', 16));
	if (first < 0x2000 || first > 0x3fff) return false;
	// 6to4, Teredo, ORCHID, benchmarking, documentation.
	return !(
		first === 0x2002 ||
		(first === 0x2001 && (second < 0x200 || second === 0xdb8)) ||
		first === 0x3fff
	);
}
