/**
 * Appends for ever, 32 appends in flight, to the log in the folder it is given, and prints a line for each append that
 * was acknowledged: stream, last revision, ids. Meant to be killed. Runs on the built code. With `early` it prints
 * before the acknowledgement: the fault its test must be able to see.
 */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { openDatabase } from '../../dist/infra/sqlite/database.js';
import { DataFolderLock } from '../../dist/infra/sqlite/dataFolderLock.js';
import { SqliteEventStore } from '../../dist/infra/sqlite/sqliteEventStore.js';

const [, , folder, early] = process.argv;
DataFolderLock.hold(folder, { url: '', startedAt: new Date().toISOString() });
const store = new SqliteEventStore(openDatabase(join(folder, 'orchard.db')));

for (let writer = 0; writer < 32; writer++) write(`sample-orchard.w${writer}`, writer % 2 === 0 ? 1 : 3);

async function write(stream, atOnce) {
  const [last] = await store.readStream(stream, { direction: 'backward', limit: 1 });
  let expected = last?.revision ?? 'none';
  for (;;) {
    const events = someEvents(atOnce);
    const appended = store.append(stream, expected, events);
    if (!early) await appended;
    expected = (expected === 'none' ? -1 : expected) + events.length;
    process.stdout.write(`${stream} ${expected} ${events.map(({ id }) => id).join(',')}\n`);
    await appended;
  }
}

/** The events of one append share a command id, and their data says how many there are. */
function someEvents(count) {
  const now = new Date().toISOString();
  const commandId = randomUUID();
  return Array.from({ length: count }, () => ({
    id: randomUUID(),
    type: 'sample-recorded',
    schemaVersion: 1,
    shop: 'orchard',
    recordedAt: now,
    effectiveFrom: now,
    actor: { principal: 'p-1', role: 'operator' },
    commandId,
    requestHash: 'a'.repeat(64),
    correlation: 'c-1',
    data: JSON.stringify({ of: count }),
  }));
}
