/** The reader's form of an author's schema: what a later format adds is left out, not refused. Touches nothing. */
import * as v from 'valibot';

interface Parts {
	type: string;
	pipe?: readonly [v.GenericSchema, ...v.GenericPipeAction[]];
	entries?: Record<string, v.GenericSchema>;
	item?: v.GenericSchema;
	wrapped?: v.GenericSchema;
	default?: unknown;
	options?: readonly v.GenericSchema[];
	key?: v.GenericSchema<string, string>;
	value?: v.GenericSchema;
}

/** The same schema, in which objects may hold keys it does not know; these are dropped. */
export function loose<T extends v.GenericSchema>(schema: T): T {
	return remade(schema) as T;
}

function remade(schema: v.GenericSchema): v.GenericSchema {
	const parts = schema as unknown as Parts;
	if (parts.pipe) {
		const [first, ...rest] = parts.pipe;
		return v.pipe(remade(first), ...(rest as [])) as unknown as v.GenericSchema;
	}
	if (parts.type === 'strict_object' && parts.entries) {
		const entries = Object.entries(parts.entries).map(([key, value]) => [key, remade(value)] as const);
		return v.object(Object.fromEntries(entries));
	}
	if (parts.type === 'array' && parts.item) return v.array(remade(parts.item));
	if (parts.type === 'optional' && parts.wrapped)
		return v.optional(remade(parts.wrapped), parts.default as never);
	if (parts.type === 'union' && parts.options) return v.union(parts.options.map(remade));
	if (parts.type === 'record' && parts.key && parts.value) return v.record(parts.key, remade(parts.value));
	return schema;
}
