import { expect, test } from '@jest/globals';
import type { StoredEvent } from '../../../src/commands/eventStore.js';
import { decode } from '../../../src/commands/storedEvents.js';
import type { AllowanceEvent } from '../../../src/domain/allowance/events.js';
import { AllowancesInMemory, type KnownAllowance } from '../../../src/projections/allowances/allowancesInMemory.js';
import { followedAllowance } from '../../../src/projections/allowances/followedAllowance.js';
import { logOf } from '../sampleLog.js';
import { held, opened, step } from './trialSale.js';

const happened: readonly AllowanceEvent[] = [
  opened(10),
  held('a', 1, 60),
  held('b', 2, 60),
  step('hold-confirmed', 'a'),
  held('c', 4, 60),
];
const log = logOf(...happened.map((event) => ['allowance-demo.flash.stock', event] as const));

function folded(events: readonly StoredEvent[]): KnownAllowance {
  const followed = events
    .map((event) => decode<AllowanceEvent>(event))
    .reduce(followedAllowance.evolve, followedAllowance.initial);
  return { ...followed, revision: events.length - 1 };
}

const taken = async (allowances: AllowancesInMemory) => {
  const known = await allowances.known('demo', 'flash.stock');
  return known && [known.revision, known.state.held, known.state.confirmed];
};

test('an allowance that is followed from its beginning is never loaded', async () => {
  const allowances = new AllowancesInMemory(() => Promise.reject(new Error('loaded')));
  for (const event of log) allowances.follow(event);
  for (const event of log) allowances.follow(event);
  expect(await taken(allowances)).toEqual([4, 6, 1]);
});

test('one from before is loaded once, when it is asked for or when something happens to it', async () => {
  let loads = 0;
  const load = async () => {
    loads++;
    return folded(log.slice(0, 4));
  };
  const asked = new AllowancesInMemory(load);
  expect(await taken(asked)).toEqual([3, 2, 1]);
  asked.follow(log[4]!);
  expect(await taken(asked)).toEqual([4, 6, 1]);
  expect(loads).toBe(1);
  expect(await new AllowancesInMemory(async () => undefined).known('demo', 'flash.stock')).toBeUndefined();
});

test('what happens while it is loaded is not passed over', async () => {
  let stored = 3;
  const allowances = new AllowancesInMemory(async () => {
    await null;
    const known = folded(log.slice(0, stored));
    // While this load is under way two more events are stored and followed.
    if (stored === 3) for (const event of log.slice(3)) allowances.follow(event);
    stored = log.length;
    return known;
  });
  allowances.follow(log[2]!);
  expect(await taken(allowances)).toEqual([4, 6, 1]);
});

test('a gap is read from the log, and a log that cannot be read now is asked again later', async () => {
  let broken = true;
  const allowances = new AllowancesInMemory(async () => {
    if (broken) throw new Error('no log');
    return folded(log);
  });
  allowances.follow(log[0]!);
  allowances.follow(log[3]!);
  expect(await taken(allowances)).toEqual([0, 0, 0]);
  broken = false;
  allowances.follow(log[4]!);
  await new Promise(setImmediate);
  expect(await taken(allowances)).toEqual([4, 6, 1]);
});
