/** Text to the clipboard out of a card, on any page. Part of the card's code. */

/** By the clipboard where the page may use it; http pages and a Permissions-Policy leave only the older way. */
export async function copyText(root: ShadowRoot, text: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return copyBySelection(root, text);
	}
}

function copyBySelection(root: ShadowRoot, text: string): boolean {
	const before = root.activeElement as HTMLElement | null;
	const field = document.createElement('textarea');
	field.value = text;
	// Before the page's own listeners: many put their words into whatever is copied.
	const give = (event: ClipboardEvent) => {
		event.clipboardData?.setData('text/plain', text);
		event.preventDefault();
		event.stopImmediatePropagation();
	};
	window.addEventListener('copy', give, { capture: true });
	field.style.cssText = 'position: fixed; opacity: 0';
	root.append(field);
	field.select();
	const done = document.execCommand('copy');
	window.removeEventListener('copy', give, { capture: true });
	field.remove();
	before?.focus({ preventScroll: true });
	return done;
}
