import { beforeEach, describe, expect, test } from '@jest/globals';
import { MemoryEventStore } from '../../src/infra/memory/memoryEventStore.js';
import { rejectionOf } from './rejectionOf.js';
import { aContext } from './trialContext.js';
import { TrialMachine } from './trialMachine.js';
import { decideOnFuji, listing, repricing, STREAM } from './trialProduct.js';

let store: MemoryEventStore;
let machine: TrialMachine;

beforeEach(() => {
  store = new MemoryEventStore();
  machine = new TrialMachine();
});

describe('a command', () => {
  test('appends what was decided, with who decided it, when, and for which request', async () => {
    const context = aContext({ causation: 'cause-1' });
    const outcome = await decideOnFuji(store, machine, listing, context);
    const stored = await store.readStream(STREAM);
    expect(stored.map(({ type, revision }) => `${revision} ${type}`)).toEqual([
      '0 product-listed',
      '1 product-repriced',
      '2 product-floor-set',
      '3 product-categorised',
    ]);
    expect(stored[1]).toEqual({
      id: machine.ids[1],
      type: 'product-repriced',
      schemaVersion: 1,
      stream: STREAM,
      revision: 1,
      position: '2',
      shop: 'demo',
      recordedAt: machine.clock,
      effectiveFrom: machine.clock,
      actor: { principal: 'op-1', role: 'operator' },
      commandId: context.commandId,
      requestHash: context.requestHash,
      correlation: 'c-1',
      causation: 'cause-1',
      data: '{"originalPrice":1580,"unitPrice":1280}',
    });
    expect(outcome).toMatchObject({ revision: 3, position: '4', replayed: false });
  });

  test('answers with the state its events made', async () => {
    await decideOnFuji(store, machine, listing);
    const { state, events } = await decideOnFuji(store, machine, repricing(1_180));
    expect(state.price.map(({ value }) => value.unitPrice)).toEqual([1_280, 1_180]);
    expect(events).toEqual([
      {
        type: 'product-repriced',
        data: { unitPrice: 1_180 },
        revision: 4,
        recordedAt: machine.clock,
        effectiveFrom: machine.clock,
      },
    ]);
  });

  test('that decides nothing writes nothing and says where the stream is', async () => {
    await decideOnFuji(store, machine, listing);
    const outcome = await decideOnFuji(store, machine, listing);
    expect(outcome).toMatchObject({ events: [], revision: 3, position: null, replayed: false });
    expect(await store.head()).toBe('4');
  });

  test('that is refused writes nothing and is not remembered', async () => {
    const context = aContext();
    const refused = await rejectionOf(decideOnFuji(store, machine, repricing(1_180), context));
    expect(refused.code).toBe('PRODUCT_UNKNOWN');
    expect(await store.head()).toBe('0');
    await decideOnFuji(store, machine, listing);
    expect(await decideOnFuji(store, machine, repricing(1_180), context)).toMatchObject({
      replayed: false,
      revision: 4,
    });
  });
});

describe('asking twice', () => {
  test('with one command id is answered the same, and stored once', async () => {
    const context = aContext();
    const first = await decideOnFuji(store, machine, listing, context);
    machine.clock = '2026-11-23T12:00:00.000Z';
    const again = await decideOnFuji(store, machine, listing, context);
    expect(again).toEqual({ ...first, replayed: true });
    expect(await store.head()).toBe('4');
  });

  test('is answered as of then, whatever happened since', async () => {
    const context = aContext();
    await decideOnFuji(store, machine, listing);
    const first = await decideOnFuji(store, machine, repricing(1_180), context);
    await decideOnFuji(store, machine, repricing(980));
    const again = await decideOnFuji(store, machine, repricing(1_180), context);
    expect(again).toEqual({ ...first, replayed: true });
    expect(await store.head()).toBe('6');
  });

  test('is answered even when the decision would be refused by now, or the caller saw an old revision', async () => {
    const context = aContext();
    const first = await decideOnFuji(store, machine, listing, context);
    await decideOnFuji(store, machine, repricing(980));
    const refusing = () => {
      throw new Error('decided again');
    };
    const again = await decideOnFuji(store, machine, refusing, { ...context, seenRevision: 0 });
    expect(again).toEqual({ ...first, replayed: true });
  });

  test('with one command id for another request is refused', async () => {
    const context = aContext();
    await decideOnFuji(store, machine, listing, context);
    const reused = { ...context, requestHash: 'b'.repeat(64) };
    const rejection = await rejectionOf(decideOnFuji(store, machine, repricing(1), reused));
    expect(rejection.code).toBe('COMMAND_ID_REUSED');
    expect(await store.head()).toBe('4');
  });

  test('at one moment is stored once and answered the same', async () => {
    const context = aContext();
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => decideOnFuji(store, machine, listing, context)));
    expect(await store.head()).toBe('4');
    expect(outcomes.filter(({ replayed }) => !replayed)).toHaveLength(1);
    for (const outcome of outcomes) expect({ ...outcome, replayed: true }).toEqual({ ...outcomes[0], replayed: true });
  });
});

describe('the time of a decision', () => {
  test('never goes back behind the last event, though the clock does', async () => {
    await decideOnFuji(store, machine, listing);
    machine.clock = '2026-11-21T00:00:00.000Z';
    const { events } = await decideOnFuji(store, machine, repricing(1_180));
    expect(events[0]).toMatchObject({
      recordedAt: '2026-11-22T12:00:00.000Z',
      effectiveFrom: '2026-11-22T12:00:00.000Z',
    });
  });

  test('is the time of the clock when that is later', async () => {
    await decideOnFuji(store, machine, listing);
    machine.clock = '2026-11-22T12:00:00.001Z';
    const { events } = await decideOnFuji(store, machine, repricing(1_180));
    expect(events[0]).toMatchObject({ recordedAt: '2026-11-22T12:00:00.001Z' });
  });

  test('is what the decision is told', async () => {
    await decideOnFuji(store, machine, listing);
    machine.clock = '2026-11-21T00:00:00.000Z';
    const told: string[] = [];
    await decideOnFuji(store, machine, (_, at) => {
      told.push(at);
      return [];
    });
    expect(told).toEqual(['2026-11-22T12:00:00.000Z']);
  });
});

describe('a caller that saw a revision', () => {
  test('is let through when it is still that', async () => {
    await decideOnFuji(store, machine, listing);
    const outcome = await decideOnFuji(store, machine, repricing(1_180), aContext({ seenRevision: 3 }));
    expect(outcome.revision).toBe(4);
  });

  test.each([
    ['an older one', 2],
    ['one to come', 4],
  ])('%s is refused', async (_, seenRevision) => {
    await decideOnFuji(store, machine, listing);
    const rejection = await rejectionOf(decideOnFuji(store, machine, repricing(1), aContext({ seenRevision })));
    expect(rejection).toMatchObject({ code: 'REVISION_CHANGED', facts: { seen: seenRevision, current: 3 } });
  });

  test('of what does not exist is refused', async () => {
    const rejection = await rejectionOf(decideOnFuji(store, machine, listing, aContext({ seenRevision: 0 })));
    expect(rejection).toMatchObject({ code: 'REVISION_CHANGED', facts: { seen: 0, current: 'none' } });
  });
});
