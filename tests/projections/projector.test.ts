import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { StoredEvent } from '../../src/commands/eventStore.js';
import { InProcessBus } from '../../src/infra/memory/inProcessBus.js';
import { MemoryEventStore } from '../../src/infra/memory/memoryEventStore.js';
import { Projector } from '../../src/projections/projector.js';
import { StepRefused } from '../../src/projections/viewStore.js';
import { asAppended } from '../contract/eventStore/sampleEvents.js';
import { lampLog, lampProjection } from './lampProjection.js';
import { TrialTables } from './trialTables.js';

const lamps = lampProjection();
/** The same lamps, by a version that knows recalls. */
const newer = lampProjection({
  name: 'newer',
  evolve: (lamp, event) => (event.type === 'lamp-lit' ? lamps.evolve(lamp, event) : (lamp ?? { watts: 0 })),
  table: { ...lamps.table, name: 'newer_lamp' },
  details: [],
});

let tables: TrialTables;
let store: MemoryEventStore;
let stops: (() => Promise<void>)[];

beforeAll(() => {
  tables = new TrialTables();
});

beforeEach(async () => {
  store = new MemoryEventStore();
  stops = [];
  for (const projection of [lamps, newer]) await tables.views.reset(projection);
});

afterEach(async () => {
  await Promise.all(stops.map((stop) => stop()));
  await store.close();
});

afterAll(() => tables.close());

/** A projector that follows the store, and how to stop it. */
async function following(...projections: readonly (typeof lamps)[]) {
  const projector = new Projector(new InProcessBus(store), tables.views, projections);
  await projector.open(await store.head());
  const stopping = new AbortController();
  const running = projector.run(stopping.signal);
  const stop = async () => {
    stopping.abort();
    await running;
  };
  stops.push(() => stop().catch(() => {}));
  return { projector, stop, running };
}

async function append(events: readonly StoredEvent[]): Promise<string> {
  for (const event of events) {
    await store.append(event.stream, event.revision === 0 ? 'none' : event.revision - 1, [asAppended(event)]);
  }
  return store.head();
}

const watts = (table = 'lamp') => tables.table(table).map(({ id, watts }) => `${id}${watts}`);

describe('a projector', () => {
  test('keeps the tables at the head, also for what comes later', async () => {
    const { projector } = await following(lamps);
    await projector.reached(lamps, await append(lampLog('a5 b7')));
    expect(watts()).toEqual(['a5', 'b7']);
    await projector.reached(lamps, await append(lampLog('a5 b7 a1').slice(2)));
    expect(watts().sort()).toEqual(['a6', 'b7']);
  });

  test('goes on after a stop where it was', async () => {
    const first = await following(lamps);
    await first.projector.reached(lamps, await append(lampLog('a5')));
    await first.stop();
    const head = await append(lampLog('a5 a2').slice(1));
    const second = await following(lamps);
    await second.projector.reached(lamps, head);
    expect(watts()).toEqual(['a7']);
  });

  test('waits with the projection that does not know an event, while others go on', async () => {
    const { projector } = await following(lamps, newer);
    const head = await append(lampLog('a5 b? a1'));
    await projector.reached(newer, head);
    expect(watts('newer_lamp').sort()).toEqual(['a6', 'b0']);
    expect(watts()).toEqual(['a5']);
    expect(projector.status().map(({ name, position, waitsAt }) => [name, position, waitsAt])).toEqual([
      ['lamps', '1', expect.stringContaining('lamp-recalled')],
      ['newer', '3', null],
    ]);
  });

  test('that knows the event now goes on from there', async () => {
    const old = await following(lamps, newer);
    await old.projector.reached(newer, await append(lampLog('a5 b? a1')));
    await old.stop();
    const knowing = { ...lamps, evolve: newer.evolve };
    const { projector } = await following(knowing, newer);
    await projector.reached(knowing, '3');
    expect(watts().sort()).toEqual(['a6', 'b0']);
  });

  test('parks a stream that cannot be folded and says so', async () => {
    const { projector } = await following(lamps);
    await projector.reached(lamps, await append(lampLog('a5 b! b2 a1')));
    expect(watts()).toEqual(['a6']);
    expect(projector.status()[0]!.parked).toEqual([expect.objectContaining({ stream: 'lamp-demo.b', position: '2' })]);
  });

  test('whose checkpoint another one moved stops rather than write twice', async () => {
    const { running } = await following(lamps);
    await tables.fold(lamps, lampLog('a5'));
    await append(lampLog('a5'));
    await expect(running).rejects.toThrow(StepRefused);
    expect(watts()).toEqual(['a5']);
  });

  test('starts over when the log is behind its tables', async () => {
    await tables.fold(lamps, lampLog('a5 b7'));
    await append(lampLog('a9'));
    const { projector } = await following(lamps);
    await projector.reached(lamps, '1');
    expect(watts()).toEqual(['a9']);
  });
});
