/** Starts the one worker Sidelight has. Its policy is the only one our pages allow, and lets this one address pass. */

const FILE = '/strangers.js';

/** Trusted Types, as far as they are used here; TypeScript's DOM types do not have them. */
interface Policy {
	createScriptURL(url: string): string;
}
interface Factory {
	createPolicy(name: string, rules: Policy): Policy;
}

/** A policy can be made once. */
let policy: Policy | undefined;

export function startWorker(): Worker {
	const { trustedTypes } = globalThis as { trustedTypes?: Factory };
	policy ??= trustedTypes?.createPolicy('sidelight-worker', {
		createScriptURL(url) {
			if (url !== FILE) throw new TypeError('not our worker');
			return url;
		},
	});
	return new Worker(policy?.createScriptURL(FILE) ?? FILE);
}
