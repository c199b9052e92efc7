/** Base64 of RFC 4648, without line breaks. `Uint8Array.fromBase64` is younger than the oldest browser we run in. */

export function toBase64(bytes: Uint8Array): string {
	let text = '';
	// Argument lists are limited; a piece of 32 KiB is safe everywhere.
	for (let at = 0; at < bytes.length; at += 32_768) {
		text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
	}
	return btoa(text);
}

/** null when it is no base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
	if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return null;
	try {
		return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
	} catch {
		return null;
	}
}
