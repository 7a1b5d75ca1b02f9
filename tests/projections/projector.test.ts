import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { StoredEvent } from '../../src/commands/eventStore.js';
import { InProcessBus } from '../../src/infra/memory/inProcessBus.js';
import { MemoryEventStore } from '../../src/infra/memory/memoryEventStore.js';
import { Projector } from '../../src/projections/projector.js';
import { rebuild } from '../../src/projections/rebuild.js';
import { asAppended } from '../contract/eventStore/sampleEvents.js';
import { lampLog, lampProjection } from './lampProjection.js';
import { SqliteTrialTables } from './trialTables.js';

const lamps = lampProjection();
/** The same lamps, by a version that knows recalls. */
const newer = lampProjection({
  name: 'newer',
  evolve: (lamp, event) => (event.type === 'lamp-lit' ? lamps.evolve(lamp, event) : (lamp ?? { watts: 0 })),
  table: { ...lamps.table, name: 'newer_lamp' },
  details: [],
});

let tables: SqliteTrialTables;
let store: MemoryEventStore;
let stops: (() => Promise<void>)[];

beforeAll(() => {
  tables = new SqliteTrialTables();
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
  await projector.open(() => store.head());
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

  test('whose checkpoint another one moved goes on from there rather than write twice', async () => {
    const { projector } = await following(lamps);
    await tables.fold(lamps, lampLog('a5'));
    await append(lampLog('a5 b7'));
    await projector.reached(lamps, '2');
    expect(watts()).toEqual(['a5', 'b7']);
  });

  test('of several on the same tables loses no event and folds none twice', async () => {
    const projectors = [await following(lamps), await following(lamps), await following(lamps)];
    const words = Array.from({ length: 60 }, (_, n) => `${'abc'[n % 3]}2`).join(' ');
    const head = await append(lampLog(words));
    for (const { projector } of projectors) await projector.reached(lamps, head);
    expect(watts().sort()).toEqual(['a40', 'b40', 'c40']);
  });

  test('leaves tables alone that another version took over, and says so', async () => {
    const { projector } = await following(lamps, newer);
    const other = lampProjection({ version: 2 });
    await rebuild(store, tables.views, other);
    await projector.reached(newer, await append(lampLog('a5')));
    await append(lampLog('a5 a1').slice(1));
    await projector.reached(newer, '2');
    expect(projector.status()[0]!.waitsAt).toMatch(/lamps have version 2; this one writes version 1/);
    expect((await tables.views.checkpoint(other)).position).toBe('0');
  });

  test('starts over when the log is behind its tables', async () => {
    await tables.fold(lamps, lampLog('a5 b7'));
    await append(lampLog('a9'));
    const { projector } = await following(lamps);
    await projector.reached(lamps, '1');
    expect(watts()).toEqual(['a9']);
  });
});
