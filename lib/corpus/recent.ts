/** The values asked for last, as many as there is room for. Touches nothing. */
export class Recent<K, V> {
	readonly #kept = new Map<K, { value: V; size: number }>();
	readonly #room: number;
	#size = 0;

	/** `room`: sizes of all that is kept, added up. */
	constructor(room: number) {
		this.#room = room;
	}

	get(key: K): V | undefined {
		const kept = this.#kept.get(key);
		if (!kept) return undefined;
		this.#kept.delete(key);
		this.#kept.set(key, kept);
		return kept.value;
	}

	/** The longest unasked go. */
	set(key: K, value: V, size = 1): void {
		this.delete(key);
		this.#kept.set(key, { value, size });
		this.#size += size;
		for (const oldest of this.#kept.keys()) {
			if (this.#size <= this.#room) return;
			this.delete(oldest);
		}
	}

	delete(key: K): void {
		this.#size -= this.#kept.get(key)?.size ?? 0;
		this.#kept.delete(key);
	}

	keys(): Iterable<K> {
		return this.#kept.keys();
	}
}
