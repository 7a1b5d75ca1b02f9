import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { canonicalJson } from '../../src/domain/kernel/canonicalJson.js';
import { foldBatch } from '../../src/projections/foldBatch.js';
import { type Step, StepRefused, ViewNewer } from '../../src/projections/viewStore.js';
import { lampLog, lampProjection } from '../projections/lampProjection.js';
import type { TrialTables } from '../projections/trialTables.js';

const lamps = lampProjection();
const shades = lampProjection({
  name: 'shades',
  category: 'shade',
  table: { ...lamps.table, name: 'shade' },
  details: [],
});
const at = (head: string) => async () => head;

/** What every store of read models must do. `open` gives empty tables, before each test. */
export function viewStoreContract(name: string, open: () => Promise<TrialTables>, { shared }: { shared: boolean }) {
  describe(`${name} as a store of read models`, () => {
    let tables: TrialTables;

    beforeEach(async () => {
      tables = await open();
      await tables.views.open(lamps, at('100'));
    });

    afterEach(() => tables.close());

    async function stepOf(words: string): Promise<Step> {
      const checkpoint = await tables.views.checkpoint(lamps);
      const { step } = await foldBatch(lamps, checkpoint, lampLog(words), (p, streams) =>
        tables.views.rows(p, streams),
      );
      return step;
    }

    describe('a step', () => {
      test('writes rows, details and checkpoint', async () => {
        await tables.views.commit([await stepOf('a2 b60')]);
        expect(await tables.table('lamp')).toEqual([
          {
            stream: 'lamp-demo.a',
            shop: 'demo',
            id: 'a',
            revision: 0,
            position: '1',
            watts: 2,
            colour: null,
            document: '{"watts":2}',
          },
          {
            stream: 'lamp-demo.b',
            shop: 'demo',
            id: 'b',
            revision: 0,
            position: '2',
            watts: 60,
            colour: 'white',
            document: '{"watts":60}',
          },
        ]);
        expect((await tables.table('lamp_watt')).filter(({ stream }) => stream === 'lamp-demo.a')).toEqual([
          { stream: 'lamp-demo.a', shop: 'demo', nth: 0 },
          { stream: 'lamp-demo.a', shop: 'demo', nth: 1 },
        ]);
        expect(await tables.views.checkpoint(lamps)).toEqual({ version: 1, position: '2', parked: [] });
      });

      test('replaces all records of a row', async () => {
        await tables.fold(lamps, lampLog('a5'));
        await tables.fold(lamps, lampLog('a5 a-4'));
        expect(await tables.table('lamp')).toHaveLength(1);
        expect(await tables.table('lamp_watt')).toHaveLength(1);
      });

      test('remembers parked streams with the checkpoint', async () => {
        const parked = await tables.fold(lamps, lampLog('a5 a!'));
        expect(parked).toHaveLength(1);
        expect((await tables.views.checkpoint(lamps)).parked).toEqual(parked);
      });

      test('from where the checkpoint no longer is writes nothing and says so', async () => {
        const slower = await stepOf('a5 b7');
        await tables.fold(lamps, lampLog('a5'));
        const before = await tables.views.dump(lamps);
        await expect(tables.views.commit([slower])).rejects.toThrow(StepRefused);
        expect(await tables.views.dump(lamps)).toEqual(before);
        expect((await tables.views.checkpoint(lamps)).position).toBe('1');
      });

      test('of several projections is written whole or not at all', async () => {
        await tables.views.open(shades, at('100'));
        const good = await stepOf('a5');
        const shadeStep: Step = { projection: shades, from: '7', to: '8', rows: [], parkedBefore: [], parked: [] };
        await expect(tables.views.commit([good, shadeStep])).rejects.toThrow(StepRefused);
        expect(await tables.table('lamp')).toEqual([]);
        await tables.views.commit([good, { ...shadeStep, from: '0' }]);
        expect(await tables.table('lamp')).toHaveLength(1);
        expect((await tables.views.checkpoint(shades)).position).toBe('8');
      });

      test('that fails in the middle leaves rows and checkpoint as they were', async () => {
        const step = await stepOf('a5 b7');
        await tables.refuseId('lamp', 'b');
        await expect(tables.views.commit([step])).rejects.toThrow('full');
        expect(await tables.table('lamp')).toEqual([]);
        expect(await tables.table('lamp_watt')).toEqual([]);
        expect((await tables.views.checkpoint(lamps)).position).toBe('0');
      });
    });

    describe('opening a projection', () => {
      beforeEach(() => tables.fold(lamps, lampLog('a5 b7')).then(() => undefined));

      test('that is known goes on where it was', async () => {
        expect(await tables.views.open(lamps, at('2'))).toMatchObject({ position: '2' });
        expect(await tables.table('lamp')).toHaveLength(2);
      });

      test('whose checkpoint is ahead of the log empties it: the log was restored', async () => {
        expect(await tables.views.open(lamps, at('1'))).toEqual({ version: 1, position: '0', parked: [] });
        expect([...(await tables.table('lamp')), ...(await tables.table('lamp_watt'))]).toEqual([]);
      });

      test.each(shared ? [2] : [2, 0])(
        'of version %i empties what version 1 wrote, with its columns',
        async (version) => {
          const other = lampProjection({
            version,
            table: { name: 'lamp', columns: { lumen: 'integer' }, records: () => [{ lumen: 1 }] },
          });
          expect(await tables.views.open(other, at('2'))).toEqual({ version, position: '0', parked: [] });
          expect(await tables.columns('lamp')).toContain('lumen');
          expect(await tables.columns('lamp')).not.toContain('watts');
        },
      );

      if (shared) {
        test('of an older version is refused: processes of the newer one may use the tables', async () => {
          const refused = tables.views.open(lampProjection({ version: 0 }), at('2'));
          await expect(refused).rejects.toThrow(ViewNewer);
          await expect(refused).rejects.toThrow(/version 1, this one knows 0.*orchard rebuild lamps/);
          expect(await tables.table('lamp')).toHaveLength(2);
        });
      }

      test('whose tables were dropped, and the checkpoints with them, makes them anew', async () => {
        for (const table of ['lamp', 'lamp_watt', 'checkpoint']) await tables.drop(table);
        expect(await tables.views.open(lamps, at('2'))).toEqual({ version: 1, position: '0', parked: [] });
        await tables.fold(lamps, lampLog('a5'));
        expect(await tables.table('lamp')).toHaveLength(1);
      });

      test('empties no other', async () => {
        await tables.views.open(shades, at('0'));
        expect(await tables.table('lamp')).toHaveLength(2);
      });
    });

    describe('reading', () => {
      beforeEach(() => tables.fold(lamps, lampLog('b60 a5 c70 d1')).then(() => undefined));

      const idsOf = async (query: Omit<Parameters<TrialTables['views']['page']>[1], 'shop'>, shop = 'demo') =>
        (await tables.views.page(lamps, { shop, ...query })).map(({ id }) => id);

      test('pages go by id, after an id', async () => {
        expect(await idsOf({ limit: 3 })).toEqual(['a', 'b', 'c']);
        expect(await idsOf({ limit: 3, after: 'c' })).toEqual(['d']);
      });

      test('pages are of one shop', async () => {
        expect(await idsOf({ limit: 3 }, 'other')).toEqual([]);
      });

      test('pages can be of rows with a value, or with none', async () => {
        expect(await idsOf({ limit: 9, where: { colour: 'white' } })).toEqual(['b', 'c']);
        expect(await idsOf({ limit: 9, where: { colour: null } })).toEqual(['a', 'd']);
        expect(await idsOf({ limit: 9, where: { colour: null, watts: 5 } })).toEqual(['a']);
      });

      test('by a column that is none is refused: names never come from a request', async () => {
        await expect(idsOf({ limit: 9, where: { 'watts; drop table lamp': 1 } })).rejects.toThrow(RangeError);
        await expect(idsOf({ limit: 9, where: { constructor: 1 } })).rejects.toThrow(RangeError);
      });

      test('a scan goes by stream through all of them', async () => {
        const first = await tables.views.scan(lamps, '', 3);
        const rest = await tables.views.scan(lamps, first.at(-1)!.stream, 3);
        expect([...first, ...rest].map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
      });

      test('rows of many streams come in one answer', async () => {
        const streams = Array.from({ length: 1_201 }, (_, n) => `lamp-demo.x${n}`);
        const found = await tables.views.rows(lamps, [...streams, 'lamp-demo.a', 'lamp-demo.d']);
        expect([...found.keys()].sort()).toEqual(['lamp-demo.a', 'lamp-demo.d']);
      });

      test('a dump is every record as canonical JSON, sorted', async () => {
        const dump = await tables.views.dump(lamps);
        expect(dump).toHaveLength(4 + 60 + 5 + 70 + 1);
        expect(dump).toEqual([...dump].sort());
        for (const line of dump)
          expect(line.slice(line.indexOf('{'))).toBe(canonicalJson(JSON.parse(line.slice(line.indexOf('{')))));
      });
    });
  });
}
