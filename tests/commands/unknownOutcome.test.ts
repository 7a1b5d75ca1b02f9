import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { AppendTooLarge, StoreUnavailable } from '../../src/commands/eventStore.js';
import { MemoryEventStore } from '../../src/infra/memory/memoryEventStore.js';
import { type Interference, InterferingStore } from './interferingStore.js';
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

const lost = (): never => {
  throw new StoreUnavailable('the connection broke');
};
/** Stored, but nobody heard of it. */
const acknowledgementLost: Interference = async (append) => {
  await append();
  return lost();
};
/** Never arrived. */
const requestLost: Interference = async () => lost();
/** Stored and unheard of; then someone else was faster with the next event. */
const acknowledgementLostAndOvertaken: Interference = async (append) => {
  await append();
  await decideOnFuji(log, machine, repricing(1));
  return lost();
};
/** Never arrived, and someone else took the place. */
const requestLostAndOvertaken: Interference = async () => {
  await decideOnFuji(log, machine, repricing(1));
  return lost();
};

const pricesInLog = async () => (await log.readStream(STREAM)).slice(4).map(({ data }) => JSON.parse(data).unitPrice);

describe('an append whose outcome is unknown', () => {
  test.each([
    ['that was stored', acknowledgementLost],
    ['that never arrived', requestLost],
  ])('%s is sent again with the same ids, bytes and revision, and stored once', async (_, loss) => {
    const store = new InterferingStore(log, [loss]);
    const outcome = await decideOnFuji(store, machine, repricing(1_180));
    expect(store.sent).toHaveLength(2);
    expect(store.sent[1]).toStrictEqual(store.sent[0]);
    expect(outcome).toMatchObject({ revision: 4, position: '5', replayed: false });
    expect(await pricesInLog()).toEqual([1_180]);
  });

  test('is found in the log though others went on meanwhile', async () => {
    const store = new InterferingStore(log, [acknowledgementLostAndOvertaken]);
    const outcome = await decideOnFuji(store, machine, repricing(1_180));
    expect(outcome.revision).toBe(4);
    expect(await pricesInLog()).toEqual([1_180, 1]);
  });

  test('that never arrived and was overtaken is decided again with new ids', async () => {
    const store = new InterferingStore(log, [requestLostAndOvertaken]);
    const outcome = await decideOnFuji(store, machine, repricing(1_180));
    expect(outcome.revision).toBe(5);
    expect(await pricesInLog()).toEqual([1, 1_180]);
    const [first, resent, decidedAgain] = store.sent.map(({ events }) => events[0]!.id);
    expect(resent).toBe(first);
    expect(decidedAgain).not.toBe(first);
  });

  test('for good is passed on, and the caller that asks again is answered from the log', async () => {
    const store = new InterferingStore(
      log,
      Array.from({ length: 4 }, () => acknowledgementLost),
    );
    const context = aContext();
    await expect(decideOnFuji(store, machine, repricing(1_180), context)).rejects.toThrow(StoreUnavailable);
    expect(store.sent).toHaveLength(4);
    const again = await decideOnFuji(store, machine, repricing(1_180), context);
    expect(again).toMatchObject({ revision: 4, replayed: true });
    expect(await pricesInLog()).toEqual([1_180]);
  });

  test('is stored once whatever is lost in whatever order', async () => {
    const losses = fc.array(
      fc.constantFrom(acknowledgementLost, requestLost, acknowledgementLostAndOvertaken, requestLostAndOvertaken),
      { maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(losses, async (interferences) => {
        log = new MemoryEventStore();
        await decideOnFuji(log, machine, listing);
        const store = new InterferingStore(log, interferences);
        const context = aContext();
        const ask = () => decideOnFuji(store, machine, repricing(1_180), context).catch(() => null);
        const outcome = (await ask()) ?? (await ask());
        const mine = (await log.readStream(STREAM)).filter(({ commandId }) => commandId === context.commandId);
        expect(mine.map(({ revision }) => revision)).toEqual([outcome!.revision]);
      }),
    );
  });
});

test('an append beyond the limits is not sent again', async () => {
  const store = new InterferingStore(log, []);
  const tooMany = () => Array.from({ length: 1_001 }, () => ({ type: 'product-delisted', data: {} }) as const);
  await expect(decideOnFuji(store, machine, tooMany)).rejects.toThrow(AppendTooLarge);
  expect(store.sent).toHaveLength(1);
  expect(await log.head()).toBe('4');
});
