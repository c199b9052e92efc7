/** Sidelight's own version, as the manifest has it: reports name it beside the pack's. */
export { version } from '../package.json' with { type: 'json' };
