import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { StoreUnavailable } from '../../../src/commands/eventStore.js';
import { GroupCommit } from '../../../src/commands/groupCommit.js';
import { canonicalJson } from '../../../src/domain/kernel/canonicalJson.js';
import { MemoryEventStore } from '../../../src/infra/memory/memoryEventStore.js';
import { type Interference, InterferingStore } from '../interferingStore.js';
import { aContext } from '../trialContext.js';
import { TrialMachine } from '../trialMachine.js';
import { allowanceIn, names, outcomesOf, STREAM, take } from './trialAllowance.js';

let log: MemoryEventStore;
let machine: TrialMachine;
let foreign: number;

beforeEach(() => {
  log = new MemoryEventStore();
  machine = new TrialMachine();
  foreign = 0;
});

const lost = (): never => {
  throw new StoreUnavailable('the connection broke');
};
/** Somebody else takes a use through another committer. */
const overtake = () => take(new GroupCommit({ store: log, machine }), `foreign${foreign++}`, 20);
const FAULTS: Readonly<Record<string, Interference>> = {
  acknowledgementLost: async (append) => {
    await append();
    return lost();
  },
  requestLost: async () => lost(),
  overtaken: async (append) => {
    await overtake();
    return append();
  },
  acknowledgementLostAndOvertaken: async (append) => {
    await append();
    await overtake();
    return lost();
  },
  requestLostAndOvertaken: async () => {
    await overtake();
    return lost();
  },
};

const committing = (faults: readonly string[]) => {
  const store = new InterferingStore(
    log,
    faults.map((fault) => FAULTS[fault]!),
  );
  return { store, commits: new GroupCommit({ store, machine }) };
};

describe('a batch whose outcome is unknown', () => {
  test.each(['acknowledgementLost', 'requestLost'])(
    '%s: is sent again byte for byte, and stored once',
    async (fault) => {
      const { store, commits } = committing([fault]);
      await Promise.all(names(4).map((order) => take(commits, order, 20)));
      expect(store.sent).toHaveLength(2);
      expect(store.sent[1]).toStrictEqual(store.sent[0]);
      expect((await log.readStream(STREAM)).length).toBe(5);
    },
  );

  test('for good fails all who wait, and those who ask again are answered from the log', async () => {
    const { store, commits } = committing(Array.from({ length: 4 }, () => 'acknowledgementLost'));
    const contexts = names(300).map(() => aContext());
    const ask = () => contexts.map((context, n) => take(commits, `o${n}`, 1_000, context));
    expect(await outcomesOf(ask())).toEqual({ StoreUnavailable: 300 });
    expect(store.sent).toHaveLength(4);
    const again = await Promise.all(ask());
    expect(again.filter(({ replayed }) => replayed)).toHaveLength(256);
    expect((await allowanceIn(log)).held).toBe(300);
  });
});

describe('a batch that was overtaken', () => {
  test('decides again on what the other made of it, with new event ids', async () => {
    const { store, commits } = committing(['overtaken', 'requestLostAndOvertaken']);
    const outcomes = await outcomesOf(names(20).map((order) => take(commits, order, 20)));
    // The request that was lost is sent again, which meets the conflict.
    expect(outcomes).toEqual({ accepted: 18, LIMIT_REACHED: 2 });
    expect(store.sent.map(({ expected }) => expected)).toEqual(['none', 1, 1, 2]);
    const ids = store.sent.map(({ events }) => events[0]!.id);
    expect([ids[1] === ids[2], new Set(ids).size]).toEqual([true, 3]);
    expect(machine.slept.length).toBeGreaterThan(0);
  });

  test('every time gives up, and says so to each', async () => {
    const { commits } = committing(Array.from({ length: 10 }, () => 'overtaken'));
    expect(await outcomesOf(names(5).map((order) => take(commits, order, 20)))).toEqual({ STREAM_BUSY: 5 });
    expect(await outcomesOf(names(5).map((order) => take(commits, order, 20)))).toEqual({ accepted: 5 });
  });
});

test('whatever goes wrong in whatever order, what was answered is stored, and everything at most once', async () => {
  const faults = fc.array(fc.constantFrom(...Object.keys(FAULTS)), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(faults, fc.integer({ min: 1, max: 12 }), async (faults, orders) => {
      log = new MemoryEventStore();
      const { commits } = committing(faults);
      const contexts = names(orders).map(() => aContext());
      const ask = () => Promise.allSettled(contexts.map((context, n) => take(commits, `o${n}`, 20, context)));
      const answered = new Map<string, string>();
      for (let round = 0; round < 4; round++) {
        for (const [n, answer] of (await ask()).entries()) {
          if (answer.status === 'rejected') continue;
          const { commandId } = contexts[n]!;
          const events = canonicalJson(answer.value.events);
          expect(answered.get(commandId) ?? events).toBe(events);
          answered.set(commandId, events);
        }
      }
      const stored = await log.readStream(STREAM);
      for (const { commandId } of contexts) {
        const mine = stored.filter((event) => event.commandId === commandId && event.type === 'allowance-held');
        expect(mine.length).toBe(answered.has(commandId) ? 1 : 0);
      }
      expect((await allowanceIn(log)).held).toBeLessThanOrEqual(20);
    }),
    { numRuns: 300 },
  );
});
