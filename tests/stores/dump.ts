/** A whole store as JSON and back: bytes as base64, each beside what kind of bytes it is. */
import type { Dexie } from 'dexie';

export interface Dump {
	/** Dexie's number. */
	schema: number;
	stores: Record<string, string>;
	rows: Record<string, unknown[]>;
}

const KINDS = { Uint8Array, Uint32Array, Int32Array } as const;

export async function dumpOf(database: Dexie): Promise<Dump> {
	const stores: Dump['stores'] = {};
	const rows: Dump['rows'] = {};
	for (const { name, schema, toArray } of database.tables.map((table) => ({
		name: table.name,
		schema: table.schema,
		toArray: () => table.toArray(),
	}))) {
		stores[name] = [schema.primKey, ...schema.indexes].map(({ src }) => src).join(', ');
		rows[name] = (await Promise.all((await toArray()).map(packed))) as unknown[];
	}
	return { schema: database.verno, stores, rows };
}

async function packed(value: unknown): Promise<unknown> {
	if (value instanceof Blob) return { $: 'Blob', base64: base64(new Uint8Array(await value.arrayBuffer())) };
	if (ArrayBuffer.isView(value)) {
		const { buffer, byteOffset, byteLength } = value;
		return { $: value.constructor.name, base64: base64(new Uint8Array(buffer, byteOffset, byteLength)) };
	}
	if (Array.isArray(value)) return Promise.all(value.map(packed));
	if (value === null || typeof value !== 'object') return value;
	const pairs = Object.entries(value).map(async ([key, inner]) => [key, await packed(inner)] as const);
	return Object.fromEntries(await Promise.all(pairs));
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

export function unpacked(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(unpacked);
	if (value === null || typeof value !== 'object') return value;
	if ('$' in value && 'base64' in value) {
		const bytes = Uint8Array.from(Buffer.from(String(value.base64), 'base64'));
		const kind = String(value.$);
		return kind === 'Blob' ? new Blob([bytes]) : new KINDS[kind as keyof typeof KINDS](bytes.buffer);
	}
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unpacked(inner)]));
}
