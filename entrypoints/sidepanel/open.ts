/** Opens the side panel, or the sidebar. Must be called in a click or key press, before anything is awaited. */
import { browser } from 'wxt/browser';

/** Firefox's; unknown to the types, which are Chromium's. */
interface SidebarAction {
	open(): Promise<void>;
}

/** false: the browser would not. */
export function openPanel(windowId: number): Promise<boolean> {
	const { sidebarAction } = browser as unknown as { sidebarAction?: SidebarAction };
	const opened = sidebarAction ? sidebarAction.open() : browser.sidePanel.open({ windowId });
	return opened.then(
		() => true,
		(error) => {
			console.warn('sidelight: panel', error);
			return false;
		},
	);
}
