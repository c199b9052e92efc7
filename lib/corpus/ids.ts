/** What things are called by in the store, and the store itself. Touches nothing. */

/** The database. */
export const STORE = 'sidelight';

/** Ids people and messages use: `packId/localId`. */
export const publicId = (pack: string, id: string) => `${pack}/${id}`;

export function splitId(id: string): [pack: string, local: string] {
	const cut = id.indexOf('/');
	return [id.slice(0, cut), id.slice(cut + 1)];
}
