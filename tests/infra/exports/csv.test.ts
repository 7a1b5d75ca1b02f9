import { describe, expect, test } from '@jest/globals';
import { flag, json, own, text } from '../../../src/commands/export/column.js';
import { cloudEventOf } from '../../../src/commands/published/cloudEvent.js';
import { csv } from '../../../src/infra/exports/csv.js';
import { sampleOf } from '../../samples/frozenSamples.js';

const table = {
  name: 'words',
  zh: '词',
  en: 'words',
  columns: [
    text('said', '话', 'said', own('said')),
    flag('late', '迟', 'late', own('late')),
    json('more', '更多', 'more', own('more')),
  ],
  itemsOf: () => [],
};
const event = cloudEventOf(sampleOf('promotion-published', 1).stored)!;
const textOf = (item: Readonly<Record<string, unknown>>) => {
  const encoder = csv(table);
  encoder.add([item], event);
  return Buffer.from(encoder.bytes()).toString();
};
const cells = (item: Readonly<Record<string, unknown>>) => textOf(item).slice('\ufeffsaid,late,more\r\n'.length, -2);

describe('CSV for people with spreadsheets', () => {
  test('begins with a byte order mark and ends its lines as RFC 4180 says', () => {
    expect(textOf({ said: '苹果', late: true })).toBe('\ufeffsaid,late,more\r\n苹果,true,\r\n');
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '＝1', '＠x'])('%j is no formula', (said) => {
    expect(cells({ said })).toMatch(/^"?'/);
  });

  test('quotes what would break a row', () => {
    expect(cells({ said: 'a,"b"', late: false })).toBe('"a,""b""",false,');
    expect(cells({ more: '{"满减":20}' })).toBe(',,"{""满减"":20}"');
  });
});
