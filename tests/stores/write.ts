/** `node tests/stores/write.ts`: writes the store of today's schema, once it is final, for later builds to open. */
import { writeFileSync } from 'node:fs';
import { createPublisher } from '../support/publisher/publisher.ts';
import { subscribed } from '../support/publisher/world.ts';
import { dumpOf } from './dump.ts';

const publisher = await createPublisher();
const world = await subscribed(publisher);
world.pass(30 * 3_600_000);
await publisher.publish(world.now);
await world.sync();
const dump = await dumpOf(world.store);
const path = `tests/stores/${dump.schema}.json`;
writeFileSync(path, `${JSON.stringify(dump, null, '\t')}\n`);
console.log(path);
process.exit(0);
