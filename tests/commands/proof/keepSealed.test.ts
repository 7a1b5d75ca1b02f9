import { describe, expect, test } from '@jest/globals';
import { auditLog } from '../../../src/commands/proof/auditLog.js';
import { keepSealed, type Pause } from '../../../src/commands/proof/keepSealed.js';
import { LogSealer } from '../../../src/commands/proof/logSealer.js';
import { sealLog } from '../../../src/commands/proof/sealLog.js';
import { MemoryEventStore } from '../../../src/infra/memory/memoryEventStore.js';
import { sha256 } from '../../../src/infra/proofs/sha256.js';
import { anEvent, freshStream } from '../../contract/eventStore/sampleEvents.js';
import { MemoryBook } from '../../tampering/memoryBook.js';
import { aKey } from '../../tampering/sealedLog.js';

const now = () => '2026-11-22T12:00:00.000Z';
const countsOf = (book: MemoryBook) => book.kept.map(({ count }) => count);

function given() {
  const deps = { store: new MemoryEventStore(), sha256, book: new MemoryBook(), key: aKey(), now };
  const stream = freshStream();
  let revision = -1;
  const grow = async (events: number) => {
    const more = Array.from({ length: events }, (_, n) => anEvent({ data: `{"n":${n}}` }));
    ({ revision } = await deps.store.append(stream, revision < 0 ? 'none' : revision, more));
  };
  return { deps, grow };
}

/** A sealing that runs until it is told to end; `tick` lets its time pass. */
function running(deps: ReturnType<typeof given>['deps'], every: number) {
  const stop = new AbortController();
  const ticks: (() => void)[] = [];
  const pause: Pause = (_, signal) =>
    new Promise<void>((resolve) => {
      ticks.push(resolve);
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  let took: () => void;
  let taken = new Promise<void>((resolve) => (took = resolve));
  const alive = () => {
    took();
    taken = new Promise<void>((resolve) => (took = resolve));
  };
  const done = keepSealed(deps, { every, withinMillis: 60_000 }, pause, stop.signal, alive);
  return {
    taken: () => taken,
    tick: async (sealed: number) => {
      ticks.shift()!();
      while ((deps.book.kept.at(-1)?.count ?? 0) < sealed) await new Promise((resolve) => setImmediate(resolve));
    },
    end: async () => {
      stop.abort();
      await done;
    },
    done,
  };
}

describe('a log that is sealed while it grows', () => {
  test('has a checkpoint every so many events, one when its time has come, and one at the end', async () => {
    const { deps, grow } = given();
    const sealing = running(deps, 10);
    const first = sealing.taken();
    await grow(25);
    await first;
    await sealing.tick(25);
    const second = sealing.taken();
    await grow(3);
    await second;
    await sealing.end();
    expect(countsOf(deps.book)).toEqual([10, 20, 25, 28]);
    expect(await auditLog(deps)).toMatchObject({ whole: true, breach: null, newest: { count: 28 } });
  });

  test('is sealed to its end, also where that was not followed any more', async () => {
    const { deps, grow } = given();
    await grow(3);
    const sealing = running(deps, 10);
    await sealing.taken();
    const ended = sealing.end();
    await grow(2);
    await ended;
    expect(countsOf(deps.book)).toEqual([5]);
  });

  test('has no checkpoint for a time in which nothing happened', async () => {
    const { deps, grow } = given();
    await grow(2);
    const sealing = running(deps, 10);
    await sealing.taken();
    await sealing.tick(2);
    await sealing.end();
    expect(countsOf(deps.book)).toEqual([2]);
  });

  test('goes on from its newest checkpoint, as a whole sealing would have', async () => {
    const { deps, grow } = given();
    await grow(17);
    await sealLog(deps, { every: 5 });
    await grow(13);
    const sealing = running(deps, 5);
    await sealing.taken();
    await sealing.end();
    expect(countsOf(deps.book)).toEqual([5, 10, 15, 17, 20, 25, 30]);
    const whole = { ...deps, book: new MemoryBook() };
    const { stand } = await sealLog(whole, { every: 5 });
    expect(deps.book.kept.at(-1)).toMatchObject({ root: whole.book.kept.at(-1)!.root, count: stand.count });
    expect(await auditLog(deps)).toMatchObject({ whole: true, breach: null });
  });

  test('does not go on from hashes that are not those a checkpoint was signed over', async () => {
    const { deps, grow } = given();
    await grow(4);
    await sealLog(deps, { every: 10 });
    deps.book.bytes[40]! ^= 1;
    await expect(LogSealer.goingOn(deps, 10)).rejects.toThrow('the hashes beside the checkpoint of 4 events are not');
  });

  test('does not go on under another key', async () => {
    const { deps, grow } = given();
    await grow(4);
    await sealLog(deps, { every: 10 });
    await expect(running({ ...deps, key: aKey() }, 10).done).rejects.toMatchObject({ name: 'SealsBroken' });
  });

  test('keeps what could not be written for the next time', async () => {
    const { deps, grow } = given();
    await grow(4);
    const sealer = await LogSealer.goingOn(deps, 10);
    const add = deps.book.add.bind(deps.book);
    deps.book.add = async () => {
      deps.book.add = add;
      throw new Error('no space left on device');
    };
    await sealer.take(await deps.store.readAll('0', 10));
    await expect(sealer.seal()).rejects.toThrow('no space left');
    await sealer.seal();
    expect(await auditLog(deps)).toMatchObject({ whole: true, breach: null, newest: { count: 4 } });
  });
});
