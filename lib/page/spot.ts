/**
 * The place a reader without a mouse is at: while names are stepped through, a collapsed selection stands at the name,
 * so that reading goes on from there. What the reader selected or typed in is left alone.
 */
export interface Spot {
	set(range: StaticRange): void;
	/** Back to where the reader was before. */
	restore(): void;
}

export function keepSpot(window: Window): Spot {
	let before: { node: Node; offset: number } | null = null;
	let own: { node: Node; offset: number } | null = null;
	return {
		set({ startContainer, startOffset }) {
			const selection = window.getSelection();
			if (!selection?.isCollapsed || isEditing(window.document)) return;
			const { anchorNode, anchorOffset } = selection;
			// From one name to the next the reader's own place stays the first.
			const moved = anchorNode !== own?.node || anchorOffset !== own?.offset;
			if (moved) before = anchorNode && { node: anchorNode, offset: anchorOffset };
			selection.collapse(startContainer, startOffset);
			own = { node: startContainer, offset: startOffset };
		},
		restore() {
			const selection = window.getSelection();
			const untouched = selection?.anchorNode === own?.node && selection?.anchorOffset === own?.offset;
			if (selection && own && untouched) {
				if (before?.node.isConnected) selection.collapse(before.node, before.offset);
				else selection.removeAllRanges();
			}
			own = before = null;
		},
	};
}

function isEditing({ activeElement, designMode }: Document): boolean {
	if (designMode === 'on' || (activeElement as HTMLElement | null)?.isContentEditable) return true;
	return activeElement?.matches('input, textarea, select, [role=textbox]') ?? false;
}
