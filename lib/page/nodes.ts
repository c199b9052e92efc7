/**
 * Where a node stands, whatever fields a form has: in Chromium a form whose field is named "parentNode" answers with that
 * field, and a walk up from it would never end. Firefox shows an extension the browser's own properties. Reads the DOM.
 */

type Way = 'parentNode' | 'parentElement' | 'firstChild' | 'nextSibling' | 'previousSibling';

function follow<W extends Way>(way: W): (node: Node) => Node[W] {
	if (import.meta.env.FIREFOX) return (node) => node[way];
	let get: (() => Node[W]) | undefined;
	return (node) => {
		get ??= Object.getOwnPropertyDescriptor(Node.prototype, way)?.get as () => Node[W];
		return get.call(node);
	};
}

export const parentOf = follow('parentNode');
export const elementAbove = follow('parentElement');
export const firstIn = follow('firstChild');
export const nextOf = follow('nextSibling');
export const previousOf = follow('previousSibling');

/** Local name; undefined of what is no element. */
export function nameOf(node: Node): string | undefined {
	const { localName } = node as { localName?: unknown };
	return typeof localName === 'object' ? 'form' : (localName as string | undefined);
}
