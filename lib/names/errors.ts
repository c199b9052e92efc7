/**
 * index-damaged: not an index, cut off, or a byte changed. index-version: made by another version, or for another fold.
 * Both mean: build it anew. The others are refusals of `build`.
 */
export type IndexErrorCode = 'index-damaged' | 'index-version' | 'name-too-long' | 'too-many-entities';

export class IndexError extends Error {
	readonly code: IndexErrorCode;

	constructor(code: IndexErrorCode) {
		super(code);
		this.name = 'IndexError';
		this.code = code;
	}
}
