import { beforeEach, describe, expect, test } from '@jest/globals';
import { GroupCommit } from '../../../src/commands/groupCommit.js';
import { MemoryEventStore } from '../../../src/infra/memory/memoryEventStore.js';
import { InterferingStore } from '../interferingStore.js';
import { rejectionOf } from '../rejectionOf.js';
import { aContext } from '../trialContext.js';
import { TrialMachine } from '../trialMachine.js';
import { allowanceIn, giveBack, names, outcomesOf, take } from './trialAllowance.js';

let store: InterferingStore;

beforeEach(() => {
  store = new InterferingStore(new MemoryEventStore(), []);
});

const takeOf = (commits: GroupCommit, allowance: string, order: string) =>
  take(commits, order, 1_000, aContext(), allowance);

describe('too many that wait', () => {
  test('for one stream are refused at once with when to come back, and others are not', async () => {
    const commits = new GroupCommit({ store, machine: new TrialMachine() }, { waitingPerStream: 10 });
    const hot = names(15).map((order) => takeOf(commits, 'hot.uses', order));
    const cold = names(5).map((order) => takeOf(commits, 'cold.uses', order));
    const refused = await rejectionOf(takeOf(commits, 'hot.uses', 'late'));
    expect(refused).toMatchObject({ code: 'OVERLOADED', facts: { retryAfterSeconds: 1 } });
    expect(await outcomesOf(hot)).toEqual({ accepted: 10, OVERLOADED: 5 });
    expect(await outcomesOf(cold)).toEqual({ accepted: 5 });
    expect(await takeOf(commits, 'hot.uses', 'late')).toMatchObject({ replayed: false });
  });

  test('in all are refused, whatever stream they are for', async () => {
    const commits = new GroupCommit({ store, machine: new TrialMachine() }, { waiting: 8 });
    const answers = names(12).map((order, n) => takeOf(commits, `p${n}.uses`, order));
    expect(await outcomesOf(answers)).toEqual({ accepted: 8, OVERLOADED: 4 });
  });
});

test('a stream with few commands does not wait for one with very many', async () => {
  const limits = { batch: 4, perTurn: 8 };
  const commits = new GroupCommit({ store, machine: new TrialMachine() }, limits);
  const hot = names(400).map((order) => takeOf(commits, 'hot.uses', order));
  const cold = ['a', 'b', 'c', 'd'].map((name) => takeOf(commits, `${name}.uses`, 'o'));
  await Promise.all(cold);
  const batchesOfHot = store.sent.filter(({ stream }) => stream === 'allowance-demo.hot.uses').length;
  expect(batchesOfHot).toBeLessThanOrEqual(5);
  await Promise.all(hot);
});

describe('what was folded', () => {
  test('is never folded again, only read on', async () => {
    const commits = new GroupCommit({ store, machine: new TrialMachine() });
    const reads: (number | undefined)[] = [];
    const { readStream } = store;
    store.readStream = (stream, slice) => {
      reads.push(slice?.from);
      return readStream(stream, slice);
    };
    for (const order of names(5)) await takeOf(commits, 'hot.uses', order);
    expect(reads).toEqual([0, 2, 3, 4, 5]);
  });

  test('knows what another process has written since, so that nobody is refused on old news', async () => {
    const machine = new TrialMachine();
    const [here, there] = [1, 2].map(() => new GroupCommit({ store, machine }));
    await Promise.all(names(10).map((order) => take(here!, order, 10)));
    expect((await rejectionOf(take(here!, 'late', 10))).code).toBe('LIMIT_REACHED');
    await giveBack(there!, 'o3');
    expect(await take(here!, 'late', 10)).toMatchObject({ revision: 12 });
    expect(store.sent.at(-1)).toMatchObject({ expected: 11 });
  });

  test('is given up, the one used longest ago first, when there is too much of it', async () => {
    const commits = new GroupCommit({ store, machine: new TrialMachine() }, { keptEvents: 30 });
    for (const name of ['a', 'b', 'a', 'c']) await takeOf(commits, `${name}.uses`, `o${store.sent.length}`);
    const reads: string[] = [];
    const { readStream } = store;
    store.readStream = (stream, slice) => {
      if (slice?.from === 0) reads.push(stream);
      return readStream(stream, slice);
    };
    for (const name of ['c', 'a', 'b']) await takeOf(commits, `${name}.uses`, `again${name}`);
    expect(reads).toEqual(['allowance-demo.b.uses']);
    expect((await allowanceIn(store, 'allowance-demo.a.uses')).held).toBe(3);
  });
});
