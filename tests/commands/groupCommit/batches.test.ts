import { beforeEach, describe, expect, test } from '@jest/globals';
import { MAX_EVENTS_PER_APPEND } from '../../../src/commands/eventStore.js';
import { GroupCommit } from '../../../src/commands/groupCommit.js';
import type { AllowanceEvent, AllowanceTerms } from '../../../src/domain/allowance/events.js';
import { allowanceAggregate } from '../../../src/domain/allowance/stream.js';
import { MemoryEventStore } from '../../../src/infra/memory/memoryEventStore.js';
import { InterferingStore } from '../interferingStore.js';
import { rejectionOf } from '../rejectionOf.js';
import { aContext } from '../trialContext.js';
import { TrialMachine } from '../trialMachine.js';
import { allowanceIn, names, outcomesOf, STREAM, take, UNTIL, usesOf } from './trialAllowance.js';

let log: MemoryEventStore;
let store: InterferingStore;
let commits: GroupCommit;

beforeEach(() => {
  log = new MemoryEventStore();
  store = new InterferingStore(log, []);
  commits = new GroupCommit({ store, machine: new TrialMachine() });
});

describe('commands that arrive together', () => {
  test('are one append, in the order in which they came, each decided on what those before it made', async () => {
    const answers = await Promise.all(names(5).map((order) => take(commits, order, 9)));
    expect(store.sent.map(({ expected, events }) => [expected, events.length])).toEqual([['none', 6]]);
    expect(answers.map(({ revision, events }) => [revision, ...events.map(({ type }) => type)])).toEqual([
      [1, 'allowance-opened', 'allowance-held'],
      [2, 'allowance-held'],
      [3, 'allowance-held'],
      [4, 'allowance-held'],
      [5, 'allowance-held'],
    ]);
    const stored = await log.readStream(STREAM);
    expect(stored.map(({ data }) => JSON.parse(data).hold)).toEqual([undefined, ...names(5)]);
    expect(new Set(stored.map(({ commandId }) => commandId)).size).toBe(5);
  });

  test('are refused alone: a refused one leaves no trace and spoils no neighbour', async () => {
    const answers = [
      take(commits, 'a', 3),
      commits.submit(allowanceAggregate, 'p1.uses', aContext(), () => {
        throw new Error('a decision with a fault');
      }),
      take(commits, 'b', 3),
      take(commits, 'c', 3, aContext({ seenRevision: 77 })),
      take(commits, 'd', 3),
    ];
    expect(await outcomesOf(answers)).toEqual({ accepted: 3, Error: 1, REVISION_CHANGED: 1 });
    expect((await allowanceIn(log)).held).toBe(3);
  });

  test('that hold what cannot be stored are refused alone', async () => {
    const unstorable = commits.submit(allowanceAggregate, 'p1.uses', aContext({ correlation: 'a\0b' }), () => [
      anOpening(9),
    ]);
    expect(await outcomesOf([take(commits, 'a', 9), unstorable, take(commits, 'b', 9)])).toEqual({
      accepted: 2,
      RangeError: 1,
    });
  });

  test('are never more than 256 to an append, nor more events than an append holds', async () => {
    await Promise.all(names(600).map((order) => take(commits, order, 1_000)));
    expect(store.sent.map(({ events }) => events.length)).toEqual([257, 256, 88]);

    const many = (count: number) =>
      commits.submit(allowanceAggregate, 'p2.uses', aContext(), () =>
        Array.from({ length: count }, () => anOpening(count)),
      );
    store.sent.length = 0;
    const answers = await Promise.all([many(600), many(400), many(1), many(MAX_EVENTS_PER_APPEND), many(1)]);
    expect(store.sent.map(({ events }) => events.length)).toEqual([1_000, 1, 1_000, 1]);
    expect(answers.map(({ events }) => events.length)).toEqual([600, 400, 1, 1_000, 1]);
    expect((await rejectionsOf(many(MAX_EVENTS_PER_APPEND + 1))).name).toBe('AppendTooLarge');
  });

  test('are never more bytes than an append holds', async () => {
    const large = (n: number) =>
      commits.submit(allowanceAggregate, 'p3.uses', aContext(), () => [
        { type: 'allowance-opened' as const, data: { ...usesOf(n), filler: 'x'.repeat(200_000) } as AllowanceTerms },
      ]);
    await Promise.all([1, 2, 3, 4, 5, 6].map(large));
    expect(store.sent.map(({ events }) => events.length)).toEqual([4, 2]);
  });
});

describe('a command', () => {
  test('is not answered before its append is acknowledged, and what arrives meanwhile waits', async () => {
    let acknowledge = () => {};
    const acknowledged = new Promise<void>((resolve) => {
      acknowledge = resolve;
    });
    const slow = new InterferingStore(log, [
      async (append) => {
        const appended = await append();
        await acknowledged;
        return appended;
      },
    ]);
    commits = new GroupCommit({ store: slow, machine: new TrialMachine() });
    const answered: string[] = [];
    const first = take(commits, 'a', 1).then(() => answered.push('a'));
    const refused = rejectionOf(take(commits, 'b', 1)).then(() => answered.push('b'));
    while ((await log.head()) === '0') await turn();
    const meanwhile = rejectionOf(take(commits, 'c', 1)).then(() => answered.push('c'));
    for (let n = 0; n < 5; n++) await turn();
    // Not even a refusal: it rests on a neighbour that is not acknowledged yet.
    expect([answered, slow.sent.length]).toEqual([[], 1]);
    acknowledge();
    await Promise.all([first, refused, meanwhile]);
    expect(answered.toSorted()).toEqual(['a', 'b', 'c']);
  });

  test('that has nothing to record writes nothing', async () => {
    await take(commits, 'a', 3);
    const again = await take(commits, 'a', 3);
    expect(again).toEqual({ events: [], revision: 1, position: null, replayed: false });
    expect(await log.head()).toBe('2');
  });

  test('that is refused on an allowance nobody opened leaves no stream behind', async () => {
    expect((await rejectionOf(take(commits, 'a', 0))).code).toBe('LIMIT_REACHED');
    expect(await log.head()).toBe('0');
  });

  test('is decided at the time of the last event when the clock went back', async () => {
    const machine = new TrialMachine();
    commits = new GroupCommit({ store, machine });
    await take(commits, 'a', 3);
    machine.clock = '2026-11-22T11:00:00.000Z';
    const { events } = await take(commits, 'b', 3);
    expect(events[0]!.recordedAt).toBe('2026-11-22T12:00:00.000Z');
    machine.clock = UNTIL;
    expect((await rejectionOf(take(commits, 'c', 3))).code).toBe('HOLD_OVER');
  });
});

test('idle says when nobody waits any more', async () => {
  await commits.idle();
  const answers = names(300).map((order) => take(commits, order, 1_000));
  await commits.idle();
  expect((await allowanceIn(log)).held).toBe(300);
  await Promise.all(answers);
});

const anOpening = (total: number): AllowanceEvent => ({ type: 'allowance-opened', data: usesOf(total) });
const turn = () => new Promise((resolve) => setImmediate(resolve));

function rejectionsOf(work: Promise<unknown>): Promise<Error> {
  return work.then(
    () => Promise.reject(new Error('was not rejected')),
    (error: Error) => error,
  );
}
