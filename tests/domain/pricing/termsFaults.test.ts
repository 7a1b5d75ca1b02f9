import { describe, expect, test } from '@jest/globals';
import type { Terms } from '../../../src/domain/pricing/offer.js';
import { termsFaults } from '../../../src/domain/pricing/termsFaults.js';
import { termsWarnings } from '../../../src/domain/pricing/termsWarnings.js';

const terms = (of: Partial<Terms>): Terms => ({
  kind: 'percentage',
  benefit: { percentOffBp: 2000 },
  scope: { store: true },
  ...of,
});
const spend = (benefit: unknown) => terms({ kind: 'spend-threshold', benefit });
const ladder = (...steps: readonly (readonly [number, number])[]) =>
  spend({ ladder: steps.map(([from, amountOff]) => ({ from, amountOff })) });
const recurrence = (of: object) => terms({ schedule: { recurrence: { zone: 'Asia/Shanghai', ...of } } });

describe('terms that cannot make sense', () => {
  test.each([
    ['UNKNOWN_KIND', '/kind', terms({ kind: 'barter' })],
    ['LADDER_NOT_RISING', '/benefit/ladder/1/from', ladder([100, 10], [100, 20])],
    ['LADDER_NOT_RISING', '/benefit/ladder/1/amountOff', ladder([100, 10], [200, 10])],
    ['STEP_GIVES_MORE_THAN_IT_ASKS', '/benefit/ladder/0/amountOff', ladder([10000, 12000])],
    ['STEP_GIVES_MORE_THAN_IT_ASKS', '/benefit/amountOff', spend({ every: 100, amountOff: 101 })],
    ['RATE_OUT_OF_RANGE', '/benefit/percentOffBp', terms({ benefit: { percentOffBp: 0 } })],
    ['RATE_OUT_OF_RANGE', '/benefit/percentOffBp', terms({ benefit: { percentOffBp: 10001 } })],
    [
      'RATE_OUT_OF_RANGE',
      '/benefit/ladder/0/percentOffBp',
      terms({ benefit: { ladder: [{ fromQuantity: 1, percentOffBp: 0 }] } }),
    ],
    ['EMPTY_SCOPE', '/scope', terms({ scope: {} })],
    ['EMPTY_SCOPE', '/scope', terms({ scope: { skus: [] } })],
    ['EMPTY_SCOPE', '/scope/except', terms({ scope: { skus: ['A'], except: { skus: ['A'] } } })],
    ['MORE_THAN_ONE_SCOPE', '/scope', terms({ scope: { store: true, skus: ['A'] } })],
    ['LEVEL_NOT_SUPPORTED', '/level', { ...ladder([100, 10]), level: 'unit' }],
    ['CAP_NOT_ABOVE_ZERO', '/cap', terms({ cap: 0 })],
    ['EMPTY_LIST', '/channels', terms({ channels: [] })],
    ['AUDIENCE_CANNOT_EXIST', '/audience/orderNumber', terms({ audience: { newCustomer: true, orderNumber: 2 } })],
    ['ONE_AMOUNT_ONLY', '/when/amountOver', terms({ when: { minAmount: 1, amountOver: 1 } })],
    [
      'WINDOW_NEVER_OPENS',
      '/schedule/until',
      terms({ schedule: { from: '2026-11-22T12:00:00.000Z', until: '2026-11-22T12:00:00.000Z' } }),
    ],
    ['WINDOW_NEVER_OPENS', '/schedule/recurrence/weekdays', recurrence({ weekdays: [] })],
    ['NOT_A_DAY', '/schedule/recurrence/monthDays', recurrence({ monthDays: [32] })],
    ['NOT_A_CLOCK_TIME', '/schedule/recurrence/hours/0/from', recurrence({ hours: [{ from: '24:00', to: '25:00' }] })],
    [
      'QUANTITY_OR_GRAMS',
      '/benefit/buy',
      terms({ kind: 'buy-x-get-y', benefit: { buy: {}, get: { quantity: 1, placement: 'added', sku: 'G' } } }),
    ],
    ['QUANTITY_OR_GRAMS', '/benefit/limit', terms({ kind: 'flash-sale', benefit: { price: 1, limit: {} } })],
    [
      'ONLY_FOR_LEVEL_UNIT',
      '/benefit/maxUnits',
      terms({ kind: 'fixed-amount', benefit: { amountOff: 1, maxUnits: 2 } }),
    ],
    [
      'EMPTY_SCOPE',
      '/benefit/get/scope',
      terms({
        kind: 'buy-x-get-y',
        benefit: { buy: { quantity: 1 }, get: { quantity: 1, placement: 'in-basket', scope: {} } },
      }),
    ],
  ] as const)('%s at %s', (code, pointer, faulty) => {
    const faults = termsFaults(faulty as Terms);
    expect(faults).toContainEqual({ pointer, code, message: expect.any(String) });
  });

  test('every fault is told at once', () => {
    const faults = termsFaults(terms({ scope: {}, cap: -1, benefit: { percentOffBp: 0 } }));
    expect(faults.map(({ code }) => code)).toEqual(['RATE_OUT_OF_RANGE', 'EMPTY_SCOPE', 'CAP_NOT_ABOVE_ZERO']);
  });

  test('sound terms have none', () => {
    expect(termsFaults(ladder([10000, 2000], [30000, 8000]))).toEqual([]);
    expect(termsFaults(recurrence({ weekdays: ['fri'], hours: [{ from: '22:00', to: '02:00' }] }))).toEqual([]);
  });
});

test('a higher step with a lower rate is worth a warning', () => {
  expect(termsWarnings(ladder([10000, 2000], [20000, 3000]))).toEqual([
    {
      pointer: '/benefit/ladder/1',
      code: 'HIGHER_STEP_LOWER_RATE',
      message: '3000 off 20000 is 15.00 %, less than the 20.00 % of the step below, 2000 off 10000.',
    },
  ]);
  expect(termsWarnings(ladder([10000, 2000], [20000, 4000]))).toEqual([]);
});
