import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { EventStore } from '../../../src/commands/eventStore.js';
import { GroupCommit } from '../../../src/commands/groupCommit.js';
import { MemoryEventStore } from '../../../src/infra/memory/memoryEventStore.js';
import { closeDatabase, openDatabase } from '../../../src/infra/sqlite/database.js';
import { SqliteEventStore } from '../../../src/infra/sqlite/sqliteEventStore.js';
import { systemMachine } from '../../../src/infra/system/machine.js';
import { allowanceIn, confirmTaken, giveBack, names, outcomesOf, STREAM, take } from './trialAllowance.js';

/** The real ids and the real pauses, in a time that stands. */
const machine = { ...systemMachine(() => ''), now: () => '2026-11-22T12:00:00.000Z' };
const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

function sqlite(): EventStore {
  const folder = mkdtempSync(join(tmpdir(), 'orchard-commits-'));
  const db = openDatabase(join(folder, 'log.db'));
  const store = new SqliteEventStore(db);
  closing.push(async () => {
    await store.close();
    await closeDatabase(db);
    rmSync(folder, { recursive: true });
  });
  return store;
}

describe.each([
  ['memory', () => new MemoryEventStore() as EventStore],
  ['SQLite', sqlite],
])('over %s', (_, open) => {
  test('ten thousand parallel attempts on a limit of one thousand: exactly one thousand', async () => {
    const store = open();
    const commits = new GroupCommit({ store, machine });
    const answers = names(10_000).map((order) => take(commits, order, 1_000));
    expect(await outcomesOf(answers)).toEqual({ accepted: 1_000, LIMIT_REACHED: 9_000 });
    expect(await allowanceIn(store)).toMatchObject({ held: 1_000, confirmed: 0 });
  }, 60_000);

  test('two committers that fight for one stream sell what there is, once', async () => {
    const store = open();
    const committers = [1, 2].map(() => new GroupCommit({ store, machine }, { batch: 8 }));
    const orders = names(200);
    const answers = orders.map((order, n) => take(committers[n % 2]!, order, 100));
    const counts = await outcomesOf(answers);
    const { accepted = 0, LIMIT_REACHED: refused = 0, STREAM_BUSY: busy = 0 } = counts;
    expect(accepted + refused + busy).toBe(200);
    const { held, holds } = await allowanceIn(store);
    expect([held, holds.size]).toEqual([accepted, accepted]);
    expect(held).toBeLessThanOrEqual(100);
    if (busy === 0) expect(held).toBe(100);
  }, 60_000);

  test('every order is confirmed or given back once, though both committers try both', async () => {
    const store = open();
    const committers = [1, 2].map(() => new GroupCommit({ store, machine }, { batch: 16 }));
    const orders = names(60);
    await Promise.all(orders.map((order) => take(committers[0]!, order, 60)));
    await Promise.allSettled(
      orders.flatMap((order) => committers.flatMap((of) => [confirmTaken(of, order), giveBack(of, order)])),
    );
    const ends = new Map<string, number>();
    for (const { type, data } of await store.readStream(STREAM)) {
      const { hold } = JSON.parse(data);
      if (type === 'hold-confirmed' || type === 'hold-released') ends.set(hold, (ends.get(hold) ?? 0) + 1);
    }
    expect([...ends.values()].filter((count) => count !== 1)).toEqual([]);
  }, 60_000);
});
