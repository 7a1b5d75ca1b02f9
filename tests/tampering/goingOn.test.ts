import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { EventStore } from '../../src/commands/eventStore.js';
import { auditLog } from '../../src/commands/proof/auditLog.js';
import { hexOf } from '../../src/commands/proof/hexOf.js';
import { sha256 } from '../../src/infra/proofs/sha256.js';
import { EVENTS, type SealedLog, sealedLog } from './sealedLog.js';

let log: SealedLog;

beforeAll(async () => {
  log = await sealedLog();
});

afterAll(() => log.close());

/** Reads so many events a page. */
function inPages(store: EventStore, most: number): EventStore {
  return { ...store, head: () => store.head(), readAll: (after) => store.readAll(after, most) } as EventStore;
}

test.each([1, 7, 16, 59])('an audit stopped after %i events goes on from there to the same end', async (stop) => {
  const deps = { sha256, book: log.book, key: log.key };
  const halt = new AbortController();
  const partly = await auditLog(
    { ...deps, store: inPages(log.store, stop) },
    { signal: halt.signal, onProgress: () => halt.abort() },
  );
  expect(partly).toMatchObject({ whole: false, breach: null, stand: { count: stop } });
  const rest = await auditLog({ ...deps, store: log.store }, { from: partly.stand });
  const whole = await auditLog({ ...deps, store: log.store });
  expect(rest).toMatchObject({ whole: true, breach: null, stand: { count: EVENTS, first: whole.stand.first } });
  expect(hexOf(rest.stand.head)).toBe(hexOf(whole.stand.head));
  expect(hexOf(rest.stand.root)).toBe(hexOf(whole.stand.root));
});

test('an audit that goes on finds that the log ends before where it stood', async () => {
  const deps = { sha256, book: log.book, key: log.key, store: log.store };
  const { stand } = await auditLog(deps);
  log.db.exec('DELETE FROM events WHERE position > 30');
  const { breach } = await auditLog(deps, { from: stand });
  log.restore();
  expect(breach?.what).toContain('the log ends at position 30, before 60');
});
