import { describe, expect, test } from '@jest/globals';
import { termsRules } from '../../../src/commands/promotion/termsRules.js';
import { decode } from '../../../src/commands/storedEvents.js';
import type { PromotionEvent } from '../../../src/domain/promotion/events.js';
import { spend100Save20 } from '../../domain/promotion/samplePromotion.js';
import { sampleOf } from '../../samples/frozenSamples.js';

const { schema } = termsRules((name) => name === 'Asia/Shanghai');
const takes = (terms: unknown) => schema.safeParse(terms).success;
const hours = (from: string, to: string) => ({
  ...spend100Save20,
  schedule: { recurrence: { zone: 'Asia/Shanghai', hours: [{ from, to }] } },
});

describe('the terms of a promotion in a message', () => {
  test.each(['promotion-drafted', 'promotion-revised'])('may be what a released %s holds', (type) => {
    const event = decode<PromotionEvent>(sampleOf(type, 1).stored);
    const { terms } = event.data as { terms: unknown };
    expect(schema.parse(terms)).toEqual(terms);
  });

  test('have the benefit of their kind and no other', () => {
    expect(takes(spend100Save20)).toBe(true);
    expect(takes({ ...spend100Save20, benefit: { percentOffBp: 1_000 } })).toBe(false);
    expect(takes({ ...spend100Save20, kind: 'percentage', benefit: { percentOffBp: 1_000 } })).toBe(true);
    expect(takes({ ...spend100Save20, kind: 'lottery' })).toBe(false);
    expect(takes({ ...spend100Save20, kind: 'constructor' })).toBe(false);
  });

  test.each<[string, object]>([
    ['a field nobody knows', { discount: 1 }],
    ['a field of a part nobody knows', { scope: { store: true, brands: ['x'] } }],
    ['a name without words', { name: '  ' }],
    ['a fraction of a fen', { cap: 0.5 }],
    ['a cap of nothing', { cap: 0 }],
    ['a channel nobody has', { channels: ['fax'] }],
    ['a zone nobody knows', { schedule: { recurrence: { zone: 'Asia/Atlantis' } } }],
    ['a day that is none', { schedule: { recurrence: { zone: 'Asia/Shanghai', monthDays: [32] } } }],
    ['an end on 30 February', { schedule: { until: '2026-02-30T00:00:00Z' } }],
    ['a phone number in its name', { name: '咨询13812345678' }],
  ])('with %s are refused', (_, change) => {
    expect(takes({ ...spend100Save20, ...change })).toBe(false);
  });

  test('have hours of the clock', () => {
    expect([hours('00:00', '24:00'), hours('22:00', '02:00')].map(takes)).toEqual([true, true]);
    expect([hours('9:00', '10:00'), hours('09:60', '10:00'), hours('09:00', '24:01')].map(takes)).not.toContain(true);
  });

  test('have instants made canonical', () => {
    const terms = schema.parse({ ...spend100Save20, schedule: { from: '2026-11-20T08:00:00+08:00' } });
    expect(terms.schedule).toEqual({ from: '2026-11-20T00:00:00.000Z' });
  });
});
