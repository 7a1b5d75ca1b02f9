import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Decide } from '../../src/commands/execute.js';
import type { ProductEvent } from '../../src/domain/product/events.js';
import { latestProduct, type Product } from '../../src/domain/product/state.js';
import { MemoryEventStore } from '../../src/infra/memory/memoryEventStore.js';
import { type Interference, InterferingStore } from './interferingStore.js';
import { rejectionOf } from './rejectionOf.js';
import { aContext } from './trialContext.js';
import { TrialMachine } from './trialMachine.js';
import { decideOnFuji, listing, repricing, STREAM } from './trialProduct.js';

let log: MemoryEventStore;
let machine: TrialMachine;

beforeEach(async () => {
  log = new MemoryEventStore();
  machine = new TrialMachine();
  await decideOnFuji(log, machine, listing);
});

/** Someone else reprices before the append arrives. */
const overtakenBy =
  (unitPrice: number): Interference =>
  async (append) => {
    await decideOnFuji(log, machine, repricing(unitPrice));
    return append();
  };

const oneFenDearer: Decide<Product, ProductEvent> = (state, at) =>
  repricing(latestProduct(state)!.unitPrice + 1)(state, at);

describe('a command that was overtaken', () => {
  test('decides again on what the other made of it, with new event ids', async () => {
    const store = new InterferingStore(log, [overtakenBy(500), overtakenBy(700)]);
    const { state } = await decideOnFuji(store, machine, oneFenDearer);
    expect(state.price.map(({ value }) => value.unitPrice)).toEqual([1_280, 500, 700, 701]);
    expect(store.sent.map(({ expected }) => expected)).toEqual([3, 4, 5]);
    expect(new Set(store.sent.flatMap(({ events }) => events.map(({ id }) => id))).size).toBe(3);
    expect(machine.slept).toHaveLength(2);
  });

  test('is refused when the decision is refused on what the other made of it', async () => {
    const store = new InterferingStore(log, [overtakenBy(500)]);
    const context = aContext({ seenRevision: 3 });
    const rejection = await rejectionOf(decideOnFuji(store, machine, repricing(1), context));
    expect(rejection.code).toBe('REVISION_CHANGED');
  });

  test('writes nothing when the other did the same already', async () => {
    const store = new InterferingStore(log, [overtakenBy(500)]);
    expect(await decideOnFuji(store, machine, repricing(500))).toMatchObject({ events: [], revision: 4 });
  });

  test('every time gives up after ten, and says so', async () => {
    const store = new InterferingStore(
      log,
      Array.from({ length: 10 }, (_, n) => overtakenBy(100 + n)),
    );
    const rejection = await rejectionOf(decideOnFuji(store, machine, oneFenDearer));
    expect(rejection).toMatchObject({ code: 'STREAM_BUSY', facts: { attempts: 10 } });
    expect(store.sent).toHaveLength(10);
    expect(machine.slept).toHaveLength(9);
  });

  test('waits longer and longer', async () => {
    const store = new InterferingStore(log, [overtakenBy(1), overtakenBy(2), overtakenBy(3)]);
    await decideOnFuji(store, machine, oneFenDearer);
    expect(machine.slept).toEqual([1, 2, 4]);
  });
});

test('of many commands at one moment none is lost and none is decided on old news', async () => {
  machine.sleep = () => new Promise((resolve) => setImmediate(resolve));
  const outcomes = await Promise.all(Array.from({ length: 9 }, () => decideOnFuji(log, machine, oneFenDearer)));
  const prices = (await log.readStream(STREAM)).slice(4).map(({ data }) => JSON.parse(data).unitPrice);
  expect(prices).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => 1_280 + n));
  expect(outcomes.map(({ revision }) => revision).sort()).toEqual([10, 11, 12, 4, 5, 6, 7, 8, 9]);
});
