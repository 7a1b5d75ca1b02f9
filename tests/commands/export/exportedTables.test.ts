import { describe, expect, test } from '@jest/globals';
import type { Column } from '../../../src/commands/export/column.js';
import type { ExportedTable } from '../../../src/commands/export/exportedTable.js';
import { EXPORTED_TABLES } from '../../../src/commands/export/exportedTables.js';
import { type CloudEvent, cloudEventOf } from '../../../src/commands/published/cloudEvent.js';
import { sampleNames, sampleOf } from '../../samples/frozenSamples.js';

const published = sampleNames().flatMap((name) => {
  const [type, version] = name.replace('.json', '').split('.v');
  return cloudEventOf(sampleOf(type!, Number(version)).stored) ?? [];
});
/** Rows as objects. */
const rowsIn = ({ columns, itemsOf }: ExportedTable, events: readonly CloudEvent[]) =>
  events.flatMap((event) =>
    itemsOf(event).map((item, at) =>
      Object.fromEntries(columns.map(({ name, cell }) => [name, cell(item, event, at)])),
    ),
  );
const rowsOf = (type: string) =>
  Object.fromEntries(
    EXPORTED_TABLES.map((table) => [
      table.name,
      rowsIn(
        table,
        published.filter((event) => event.type === `orchard.${type}.v1`),
      ),
    ]),
  );
const fitting: Readonly<Record<Column['type'], (cell: unknown) => boolean>> = {
  text: (cell) => typeof cell === 'string',
  instant: (cell) => typeof cell === 'string' && cell.endsWith('Z'),
  json: (cell) => typeof JSON.parse(cell as string) === 'object',
  integer: Number.isSafeInteger,
  flag: (cell) => typeof cell === 'boolean',
};

describe.each(EXPORTED_TABLES)('the exported table $name', (table) => {
  const { columns } = table;
  const rows = rowsIn(table, published);

  test('has rows, and cells of the types of their columns', () => {
    expect(rows).not.toEqual([]);
    for (const row of rows) {
      for (const { name, type } of columns) {
        const cell = row[name];
        expect([name, cell, cell === null || fitting[type](cell)]).toEqual([name, cell, true]);
      }
    }
  });

  test('has no column that is never filled', () => {
    const filled = columns.filter(({ name }) => rows.some((row) => row[name] !== null)).map(({ name }) => name);
    const rare = ['causation', 'grams', 'quantity'];
    expect(columns.map(({ name }) => name).filter((name) => !filled.includes(name) && !rare.includes(name))).toEqual(
      [],
    );
  });
});

test('an order that is paid is one step, a return is a step and its lines', () => {
  const paid = rowsOf('order-paid');
  expect([paid['events'], paid['order_steps'], paid['order_lines']].map((rows) => rows!.length)).toEqual([1, 1, 0]);
  const returned = rowsOf('lines-returned');
  expect(returned['order_steps']).toMatchObject([{ step: 'lines-returned', refund: expect.any(Number) }]);
  expect(returned['return_lines']).toMatchObject([{ line_no: 1, paid: expect.any(Number) }]);
});
