/** Takes a zip apart into a folder: stored and deflated entries, no encryption, no zip64. Reads and writes files. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;

/** Bytes by path, in the archive's order. Throws on anything that is no zip. */
export function entriesOf(path: string): Map<string, Buffer> {
	const zip = readFileSync(path);
	let end = zip.length - 22;
	while (end >= 0 && zip.readUInt32LE(end) !== END) end--;
	if (end < 0) throw new Error(`${path} is no zip`);
	const entries = new Map<string, Buffer>();
	let at = zip.readUInt32LE(end + 16);
	for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
		if (zip.readUInt32LE(at) !== ENTRY) throw new Error(`${path}: its list of files is damaged`);
		const [nameLength, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
		const name = zip.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
		const head = zip.readUInt32LE(at + 42);
		const from = head + 30 + zip.readUInt16LE(head + 26) + zip.readUInt16LE(head + 28);
		const body = zip.subarray(from, from + zip.readUInt32LE(at + 20));
		if (!name.endsWith('/')) entries.set(name, zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(body) : body);
		at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
	}
	return entries;
}

export function unzip(path: string, folder: string): void {
	for (const [name, bytes] of entriesOf(path)) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), bytes);
	}
}
