/** Extension pages that are open hear that another version of a pack is live. Web pages are told by `Command`. */
const CHANNEL = 'packs';

export const tellPages = (): void => {
	const channel = new BroadcastChannel(CHANNEL);
	channel.postMessage('renewed');
	channel.close();
};

export const onRenewed = (act: () => void): void => {
	new BroadcastChannel(CHANNEL).onmessage = act;
};
