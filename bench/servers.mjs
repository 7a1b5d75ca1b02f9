/**
 * npm run bench:servers: what Orchard does on real servers, beside what the raw client does in the same run on the same
 * server; machines have slow hours, so the ratio is what to compare. Starts the servers by Debian's packages, or takes
 * those of ORCHARD_TEST_POSTGRES …. BENCH_SECONDS (default 3) is the length of a row.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as postgres from '../tests/servers/postgres.mjs';
import * as rabbitmq from '../tests/servers/rabbitmq.mjs';
import { benchEventStoreDb } from './servers/eventstoredb.mjs';
import { benchPostgres } from './servers/postgres.mjs';
import { benchRabbitmq } from './servers/rabbitmq.mjs';

const MILLIS = Number(process.env.BENCH_SECONDS ?? 3) * 1_000;
const folder = mkdtempSync(join(tmpdir(), 'orchard-bench-'));
chmodSync(folder, 0o711);

/** A server that is there already, or one of our own. */
const serverOf = async (name, product) => {
  const url = process.env[`ORCHARD_TEST_${name.toUpperCase()}`];
  return url ? { url, stop: async () => {} } : product.start(join(folder, name));
};

const server = await serverOf('postgres', postgres);
const bus = await serverOf('rabbitmq', rabbitmq);
try {
  await benchPostgres(server.url, MILLIS);
  await benchRabbitmq(bus.url, folder, MILLIS);
  const eventStoreDb = process.env.ORCHARD_TEST_EVENTSTOREDB;
  if (eventStoreDb) await benchEventStoreDb(eventStoreDb, MILLIS);
  else console.log('\nno EventStoreDB: ORCHARD_TEST_EVENTSTOREDB is not set');
} finally {
  await Promise.all([server.stop(), bus.stop()]);
  rmSync(folder, { recursive: true, force: true });
}
