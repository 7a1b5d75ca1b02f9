import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { GroupCommit } from '../../../src/commands/groupCommit.js';
import { canonicalJson } from '../../../src/domain/kernel/canonicalJson.js';
import { MemoryEventStore } from '../../../src/infra/memory/memoryEventStore.js';
import { rejectionOf } from '../rejectionOf.js';
import { aContext } from '../trialContext.js';
import { TrialMachine } from '../trialMachine.js';
import { allowanceIn, confirmTaken, giveBack, names, STREAM, take } from './trialAllowance.js';

let log: MemoryEventStore;
let machine: TrialMachine;
let commits: GroupCommit;

beforeEach(() => {
  log = new MemoryEventStore();
  machine = new TrialMachine();
  commits = new GroupCommit({ store: log, machine });
});

describe('asking twice', () => {
  test('in one batch, in the next and in another process is answered the same, and stored once', async () => {
    const context = aContext();
    const [first, beside] = await Promise.all([take(commits, 'a', 3, context), take(commits, 'a', 3, context)]);
    const next = await take(commits, 'a', 3, context);
    await giveBack(commits, 'a');
    const later = await take(commits, 'a', 3, context);
    const elsewhere = await take(new GroupCommit({ store: log, machine }), 'a', 3, context);
    for (const again of [beside, next, later, elsewhere]) expect(again).toEqual({ ...first, replayed: true });
    expect((await log.readStream(STREAM)).map(({ type }) => type)).toEqual([
      'allowance-opened',
      'allowance-held',
      'hold-released',
    ]);
  });

  test('for another request is refused', async () => {
    const context = aContext();
    await take(commits, 'a', 3, context);
    const other = { ...context, requestHash: 'b'.repeat(64) };
    expect((await rejectionOf(take(commits, 'a', 3, other))).code).toBe('COMMAND_ID_REUSED');
  });

  test('after a refusal is decided anew', async () => {
    const context = aContext();
    await take(commits, 'a', 1);
    expect((await rejectionOf(take(commits, 'b', 1, context))).code).toBe('LIMIT_REACHED');
    await giveBack(commits, 'a');
    expect(await take(commits, 'b', 1, context)).toMatchObject({ revision: 3, replayed: false });
  });
});

test('every command sent up to five times, shuffled, is answered the same each time and stored once', async () => {
  const order = fc.record({
    n: fc.nat(5),
    ends: fc.constantFrom('confirm', 'release'),
    times: fc.integer({ min: 1, max: 5 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(order, { maxLength: 12 }), fc.infiniteStream(fc.nat()), async (orders, dice) => {
      log = new MemoryEventStore();
      commits = new GroupCommit({ store: log, machine }, { batch: 3 });
      const asked = orders.flatMap(({ n, ends, times }) => {
        const [taking, ending] = [aContext(), aContext()];
        const end = ends === 'confirm' ? confirmTaken : giveBack;
        return Array.from({ length: times }, () => [
          { id: taking.commandId, ask: () => take(commits, `o${n}`, 3, taking) },
          { id: ending.commandId, ask: () => end(commits, `o${n}`, ending) },
        ]).flat();
      });
      const shuffled = asked.map((one) => ({ one, place: dice.next().value as number }));
      shuffled.sort((a, b) => a.place - b.place);
      const answers = await Promise.allSettled(shuffled.map(({ one }) => one.ask()));

      const first = new Map<string, string>();
      for (const [index, { one }] of shuffled.entries()) {
        const answer = answers[index]!;
        if (answer.status === 'rejected' || answer.value.events.length === 0) continue;
        const text = canonicalJson(answer.value.events);
        expect(first.get(one.id) ?? text).toBe(text);
        first.set(one.id, text);
      }
      const stored = await log.readStream(STREAM);
      expect(new Set(stored.map(({ commandId }) => commandId))).toEqual(new Set(first.keys()));
      const { held, confirmed, holds } = await allowanceIn(log);
      expect(held + confirmed).toBe([...holds.values()].length);
      expect(held + confirmed).toBeLessThanOrEqual(3);
    }),
    { numRuns: 500 },
  );
});

test('a hundred orders that are confirmed, released and confirmed again leave what the log says', async () => {
  await Promise.all(names(100).map((order) => take(commits, order, 100)));
  await Promise.all(names(50).map((order) => confirmTaken(commits, order)));
  await Promise.allSettled(names(100).flatMap((order) => [giveBack(commits, order), confirmTaken(commits, order)]));
  expect(await allowanceIn(log)).toMatchObject({ held: 0, confirmed: 50 });
});
