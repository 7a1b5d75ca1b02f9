import { beforeEach, describe, expect, test } from '@jest/globals';
import { execute } from '../../src/commands/execute.js';
import { loadStream } from '../../src/commands/loadStream.js';
import { UnknownEvent } from '../../src/commands/storedEvents.js';
import { describe as described } from '../../src/domain/product/decisions.js';
import { productAggregate } from '../../src/domain/product/stream.js';
import { MemoryEventStore } from '../../src/infra/memory/memoryEventStore.js';
import { anEvent, asAppended } from '../contract/eventStore/sampleEvents.js';
import { fuji } from '../domain/product/sampleProduct.js';
import { aContext } from './trialContext.js';
import { TrialMachine } from './trialMachine.js';
import { decideOnFuji, listing, repricing, STREAM } from './trialProduct.js';

let store: MemoryEventStore;
const machine = new TrialMachine();

beforeEach(async () => {
  store = new MemoryEventStore();
  await decideOnFuji(store, machine, listing);
});

describe('a stream with an event that this version does not know', () => {
  test.each([
    ['of another type', { type: 'product-recalled' }],
    ['of a version to come', { type: 'product-delisted', schemaVersion: 2 }],
  ])('%s is refused to commands, and left as it is', async (_, unknown) => {
    await store.append(STREAM, 3, [anEvent(unknown)]);
    await expect(decideOnFuji(store, machine, repricing(1))).rejects.toThrow(UnknownEvent);
    expect(await store.head()).toBe('5');
  });

  test('does not hinder commands to other streams', async () => {
    await store.append(STREAM, 3, [anEvent({ type: 'product-recalled' })]);
    const outcome = await execute({ store, machine }, productAggregate, 'gala', aContext(), (state, at) =>
      described(state, fuji, { at }),
    );
    expect(outcome.revision).toBe(3);
  });

  test('can be read up to the event before it', async () => {
    await store.append(STREAM, 3, [anEvent({ type: 'product-recalled' })]);
    const { revision, state } = await loadStream(store, productAggregate, STREAM, 3);
    expect(revision).toBe(3);
    expect(state.name).toBe(fuji.name);
  });
});

test('a stream of more events than a page is folded whole', async () => {
  const [, repriced] = await store.readStream(STREAM);
  for (let page = 0; page < 3; page++) {
    const events = Array.from({ length: 999 }, (_, n) => ({
      ...asAppended(repriced!),
      id: `${page}-${n}`,
      data: `{"unitPrice":${page * 999 + n}}`,
    }));
    await store.append(STREAM, 3 + page * 999, events);
  }
  const { revision, state } = await loadStream(store, productAggregate, STREAM);
  expect(revision).toBe(3_000);
  expect(state.price).toHaveLength(2_998);
  expect((await loadStream(store, productAggregate, STREAM, 1_000)).revision).toBe(1_000);
});
