/** A further part of a line, set off by a dot that is heard as a comma. `whole`: not broken over two lines. */
import type { ComponentChildren } from 'preact';

export function At({ whole = false, children }: { whole?: boolean; children: ComponentChildren }) {
	return <span class="at">{whole ? <span class="whole">{children}</span> : children}</span>;
}
