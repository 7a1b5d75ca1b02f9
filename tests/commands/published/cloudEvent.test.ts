import { describe, expect, test } from '@jest/globals';
import { cloudEventOf, cloudEventSchema } from '../../../src/commands/published/cloudEvent.js';
import { PUBLISHED_EVENTS, publishedAs } from '../../../src/commands/published/publishedEvents.js';
import { STORED_EVENTS } from '../../../src/commands/storedEvents.js';
import { sampleNames, sampleOf } from '../../samples/frozenSamples.js';

/** Steps of holding, and what only the log itself needs: nobody outside reads them. */
const INSIDE = [
  'quote-taken',
  'allowance-held',
  'hold-confirmed',
  'hold-released',
  'hold-expired',
  'hold-cancelled',
  'hold-resized',
  'order-retaking',
  'holds-confirmed',
  'holds-released',
  'holds-retaken',
  'backtest-run',
  'log-exported',
];

const storedSamples = sampleNames().map((name) => {
  const [type, version] = name.replace('.json', '').split('.v');
  return sampleOf(type!, Number(version)).stored;
});

describe('What is published of the log', () => {
  test('was decided for every stored type: it is in the allow-list, or named here as staying inside', () => {
    const decided = [...Object.keys(PUBLISHED_EVENTS), ...INSIDE].sort();
    expect(decided).toEqual(Object.keys(STORED_EVENTS).sort());
  });

  test('gives each stored type its own public name and version', () => {
    const types = Object.values(PUBLISHED_EVENTS).map(({ type }) => type);
    expect(new Set(types).size).toBe(types.length);
    for (const type of types) expect(type).toMatch(/^orchard\.[a-z-]+\.v\d+$/);
  });

  test.each(storedSamples.map((stored) => [`${stored.type}.v${stored.schemaVersion}`, stored] as const))(
    'makes of every version ever stored, %s too, a CloudEvent whose data is as its schema says, or nothing',
    (_, stored) => {
      const published = publishedAs(stored.type);
      const event = cloudEventOf(stored);
      expect(event === null).toBe(published === undefined);
      if (!event || !published) return;
      expect(cloudEventSchema.strict().parse(event)).toEqual(event);
      expect(published.data.strict().parse(event.data)).toEqual(event.data);
      expect(event).toMatchObject({ id: stored.id, type: published.type, position: stored.position });
    },
  );

  test('says what it is about, who did it and where it stands', () => {
    expect(cloudEventOf(sampleOf('promotion-published', 1).stored)).toMatchObject({
      specversion: '1.0',
      source: '/shops/demo',
      type: 'orchard.promotion-published.v1',
      dataschema: 'urn:orchard:schema:orchard.promotion-published.v1',
      data: { promotion: expect.any(String), reason: expect.any(String) },
    });
  });

  test('shows of a quote what was asked and what it costs, and nothing it rests on', () => {
    const event = cloudEventOf(sampleOf('quote-given', 2).stored)!;
    expect(event.data).toMatchObject({ quote: 'q_1', customer: 'c_1001', list: 13_440, pay: 10_740 });
    expect(event.data['lines']).toContainEqual({ id: '1', sku: 'fuji_apple', grams: 5250, pay: 9_940 });
    expect(Object.keys(event.data)).not.toEqual(expect.arrayContaining(['facts']));
    expect(JSON.stringify(event)).not.toContain('requestHash');
  });

  test('shows of an order its lines, and nothing of what it holds', () => {
    const { data } = cloudEventOf(sampleOf('order-placing', 1).stored)!;
    expect(data).toMatchObject({ order: 'order_1', pay: 11_540, lines: [{ id: '1' }, { id: '2' }] });
    expect(JSON.stringify(data)).not.toMatch(/hold|floor/);
  });
});
