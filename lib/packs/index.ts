/** Packs: their records, their form on the wire, whom to trust, and taking them in. */

export { keepBackup, readBackup } from './backup.ts';
export { codeOf, type PackCode, PackError } from './errors.ts';
export { exportFile, importFile, lookAtFile } from './file.ts';
export { installPack, type PackFiles } from './install.ts';
export { LIMITS, TIMES } from './limits.ts';
export { type Look, lookAt, subscribe } from './look.ts';
export { formsOf, namesOf } from './names.ts';
export type { Clock, Fetch, Lock, Ports, Reply } from './ports.ts';
export { readShard, type Shard } from './read-shard.ts';
export * from './records.ts';
export type { Outcome } from './run.ts';
export { isNewer, type Version } from './signed.ts';
export type { Changes, Head, HeadBody, PackStore } from './store-port.ts';
export type { Subscription } from './subscription.ts';
export { checkNow, syncDue } from './sync.ts';
export { FORMAT, Manifest, readManifest, type SignedManifest, sha256 } from './wire.ts';
