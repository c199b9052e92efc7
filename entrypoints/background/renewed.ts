/** Another version of a pack is live, or none any more: look-ups answer by it, and whatever is open shows it. */
import { tellPages } from '../../lib/messages/renewed.ts';
import { renew } from './store.ts';
import { tellTabs } from './tabs.ts';

export async function renewed(): Promise<void> {
	await renew();
	tellPages();
	await tellTabs({ type: 'renewed' });
}
