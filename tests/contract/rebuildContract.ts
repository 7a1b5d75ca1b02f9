import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { StoredEvent } from '../../src/commands/eventStore.js';
import { InProcessBus } from '../../src/infra/memory/inProcessBus.js';
import { MemoryEventStore } from '../../src/infra/memory/memoryEventStore.js';
import type { AnyProjection } from '../../src/projections/projection.js';
import { Projector } from '../../src/projections/projector.js';
import { RebuildUnderWay, rebuild } from '../../src/projections/rebuild.js';
import { lampLog, lampProjection } from '../projections/lampProjection.js';
import type { TrialTables } from '../projections/trialTables.js';
import { asAppended } from './eventStore/sampleEvents.js';

const lamps = lampProjection();
/** The same question answered with another column. */
const brighter = lampProjection({
  version: 2,
  table: { name: 'lamp', columns: { lumen: 'integer' }, records: ({ document }) => [{ lumen: document.watts * 12 }] },
});

/** What making a read model anew must do while it serves, on every store of read models. */
export function rebuildContract(name: string, open: () => Promise<TrialTables>) {
  describe(`a read model made anew on ${name}`, () => {
    let tables: TrialTables;
    let store: MemoryEventStore;
    const stops: (() => Promise<void>)[] = [];

    beforeEach(async () => {
      tables = await open();
      store = new MemoryEventStore();
    });

    afterEach(async () => {
      await Promise.all(stops.splice(0).map((stop) => stop()));
      await store.close();
      await tables.close();
    });

    async function append(events: readonly StoredEvent[]): Promise<void> {
      for (const event of events) {
        await store.append(event.stream, event.revision === 0 ? 'none' : event.revision - 1, [asAppended(event)]);
      }
    }

    async function following(...projections: readonly AnyProjection[]): Promise<Projector> {
      const projector = new Projector(new InProcessBus(store), tables.views, projections);
      await projector.open(() => store.head());
      const stopping = new AbortController();
      const running = projector.run(stopping.signal);
      stops.push(async () => {
        stopping.abort();
        await running;
      });
      return projector;
    }

    test('is equal to the one it replaces, and says that it compared them', async () => {
      await append(lampLog('a5 b60 a2 c1'));
      await (await following(lamps)).reached(lamps, '4');
      const before = await tables.views.dump(lamps);
      const { events, compared } = await rebuild(store, tables.views, lamps);
      expect({ events, compared }).toEqual({ events: 4, compared: { rows: 3, wrong: [] } });
      expect(await tables.views.dump(lamps)).toEqual(before);
      expect(await tables.views.checkpoint(lamps)).toEqual({ version: 1, position: '4', parked: [] });
    });

    test('serves on while it is made, and the projector follows into the new tables', async () => {
      await append(lampLog('a5 b7'));
      const projector = await following(lamps);
      await projector.reached(lamps, '2');
      const rebuilt = rebuild(store, tables.views, lamps);
      await append(lampLog('a5 b7 a1 c9 a1 b1').slice(2));
      expect((await tables.views.page(lamps, { shop: 'demo', limit: 9 })).length).toBeGreaterThanOrEqual(2);
      await rebuilt;
      await append(lampLog('a5 b7 a1 c9 a1 b1 d4').slice(6));
      await projector.reached(lamps, '7');
      const rows = await tables.views.page(lamps, { shop: 'demo', limit: 9 });
      expect(rows.map(({ id, document }) => `${id}${document.watts}`)).toEqual(['a7', 'b8', 'c9', 'd4']);
      expect((await rebuild(store, tables.views, lamps)).compared).toEqual({ rows: 4, wrong: [] });
    });

    test('again and again leaves no tables behind', async () => {
      await append(lampLog('a5 b60'));
      await (await following(lamps)).reached(lamps, '2');
      for (let times = 0; times < 4; times++) await rebuild(store, tables.views, lamps);
      expect((await tables.views.page(lamps, { shop: 'demo', limit: 9 })).map(({ id }) => id)).toEqual(['a', 'b']);
      for (const generation of [1, 2]) {
        await expect((async () => tables.table(`lamp__${generation}`))()).rejects.toThrow(/lamp__/);
      }
    });

    test('says which rows of the old one were wrong, and mends them', async () => {
      await append(lampLog('a5 b60 c1'));
      await (await following(lamps)).reached(lamps, '3');
      const right = await tables.views.dump(lamps);
      await tables.spoil('lamp', 'b');
      expect(await tables.views.dump(lamps)).not.toEqual(right);
      expect((await rebuild(store, tables.views, lamps)).compared).toEqual({ rows: 3, wrong: ['lamp-demo.b'] });
      expect(await tables.views.dump(lamps)).toEqual(right);
    });

    test('unparks what its fold no longer refuses, and the projector does not park it again', async () => {
      await append(lampLog('a5 b! a1'));
      const projector = await following(lamps);
      await projector.reached(lamps, '3');
      expect(projector.status()[0]!.parked).toHaveLength(1);
      const mended: AnyProjection = {
        ...lamps,
        evolve: (lamp, e) => (e.type === 'lamp-broken' ? { watts: 0 } : lamps.evolve(lamp, e)),
      };
      expect((await rebuild(store, tables.views, mended)).compared).toEqual({ rows: 2, wrong: ['lamp-demo.b'] });
      await append(lampLog('a5 b! a1 a2').slice(3));
      await projector.reached(lamps, '4');
      expect((await tables.views.checkpoint(lamps)).parked).toEqual([]);
    });

    test('takes the place of another version with its columns', async () => {
      await append(lampLog('a5 b60'));
      await (await following(lamps)).reached(lamps, '2');
      expect((await rebuild(store, tables.views, brighter)).compared).toBeNull();
      const columns = await tables.columns('lamp');
      expect(columns).toContain('lumen');
      expect(columns).not.toContain('watts');
      expect((await tables.views.checkpoint(brighter)).version).toBe(2);
    });

    test('is made where there was none', async () => {
      await append(lampLog('a5'));
      expect(await rebuild(store, tables.views, lamps)).toMatchObject({ position: '1', compared: null });
      expect(await tables.views.open(lamps, () => store.head())).toMatchObject({ position: '1' });
    });

    test('takes the place of tables that are ahead of the log', async () => {
      await append(lampLog('a5 b60'));
      await (await following(lamps)).reached(lamps, '2');
      await Promise.all(stops.splice(0).map((stop) => stop()));
      store = new MemoryEventStore();
      await append(lampLog('c7'));
      expect(await rebuild(store, tables.views, lamps)).toMatchObject({ position: '1', compared: null });
      expect((await tables.views.page(lamps, { shop: 'demo', limit: 9 })).map(({ id }) => id)).toEqual(['c']);
    });

    test('twice at once is refused with words', async () => {
      await append(lampLog('a5'));
      const first = rebuild(store, tables.views, lamps);
      const second = rebuild(store, tables.views, lamps);
      const outcomes = await Promise.allSettled([first, second]);
      const refused = outcomes.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
      expect(refused.map(({ reason }) => reason)).toEqual([expect.any(RebuildUnderWay)]);
      expect(refused[0]!.reason.message).toBe('lamps is being rebuilt already: wait until that one has ended');
      await rebuild(store, tables.views, lamps);
    });

    test('that stops at an event of a version to come leaves the old one as it was', async () => {
      await append(lampLog('a5 b7'));
      await (await following(lamps)).reached(lamps, '2');
      const before = await tables.views.dump(lamps);
      await append(lampLog('a5 b7 a?').slice(2));
      await expect(rebuild(store, tables.views, lamps)).rejects.toThrow('lamp-recalled');
      expect(await tables.views.dump(lamps)).toEqual(before);
      await expect((async () => tables.table('lamp__1'))()).rejects.toThrow(/lamp__1/);
    });

    test('comes back by itself when a table of it was dropped', async () => {
      await append(lampLog('a5'));
      await (await following(lamps)).reached(lamps, '1');
      await tables.drop('lamp_watt');
      expect(await tables.views.open(lamps, () => store.head())).toMatchObject({ position: '0' });
    });
  });
}
