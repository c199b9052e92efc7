/** Packs: their records, their form on the wire, and putting one into the store. */

export { installPack, type PackFiles, type PackStore } from './install.ts';
export * from './records.ts';
export { FORMAT, LIMITS, Manifest, PackError, readManifest, readShard, Shard, sha256 } from './wire.ts';
