/** The JSON Schema of a pack's YAML, with what each key means, so that editors complete and check it. Touches nothing. */
import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { Pack, RECORDS } from '../packs/index.ts';
import { DESCRIPTIONS } from './descriptions.ts';

type Node = { [key: string]: unknown };

/** Draft 2020-12; every key of DESCRIPTIONS must be there, or it throws. */
export function packSchema(): Node {
	const lists = Object.fromEntries(
		Object.entries(RECORDS).map(([kind, record]) => [kind, v.optional(v.array(record as v.GenericSchema))]),
	);
	const schema = toJsonSchema(v.strictObject({ pack: v.optional(Pack), ...lists }), {
		typeMode: 'input',
		errorMode: 'ignore',
	}) as Node;
	for (const [path, text] of Object.entries(DESCRIPTIONS)) describe(schema, path.split('.'), path, text);
	for (const [lang, list] of Object.entries(formsOf(schema))) {
		const { default: none, ...written } = list;
		formsOf(schema)[lang] = { anyOf: [{ type: 'string', minLength: 1 }, written], default: none };
	}
	return { ...schema, title: "A Sidelight pack's source", $comment: 'made by: npm run pack -- schema' };
}

function describe(root: Node, keys: string[], path: string, text: string) {
	let node = root;
	for (const key of keys) {
		const properties = (inner(node).properties ?? {}) as Record<string, Node>;
		const next = properties[key];
		if (!next) throw new Error(`no key ${path} in the schema`);
		node = next;
	}
	node.description = text;
}

/** Of terms, by language. */
const formsOf = (schema: Node): Record<string, Node> =>
	['terms', 'forms'].reduce(
		(node, key) => inner((node.properties as Record<string, Node>)[key] ?? {}),
		schema,
	).properties as Record<string, Node>;

/** Lists are described by what is in them. */
function inner(node: Node): Node {
	if (node.type === 'array') return inner(node.items as Node);
	return node;
}
