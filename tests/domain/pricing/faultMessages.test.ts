import { describe, expect, test } from '@jest/globals';
import type { Terms } from '../../../src/domain/pricing/offer.js';
import { termsFaults } from '../../../src/domain/pricing/termsFaults.js';
import { termsWarnings } from '../../../src/domain/pricing/termsWarnings.js';

const terms = (of: Partial<Terms>): Terms =>
  ({ kind: 'fixed-amount', benefit: { amountOff: 100 }, scope: { store: true }, ...of }) as Terms;
const of = (kind: string, benefit: unknown, more: Partial<Terms> = {}) => terms({ kind, benefit, ...more });
const recurring = (recurrence: object) =>
  terms({ schedule: { recurrence: { zone: 'Asia/Shanghai', ...recurrence } } } as Partial<Terms>);
const gift = (get: object) => of('buy-x-get-y', { buy: { quantity: 1 }, get: { quantity: 1, ...get } });
const from = '2026-11-22T12:00:00.000Z';
const EVERY_KIND =
  'spend-threshold, percentage, nth-item, buy-x-get-y, flash-sale, member-price, fixed-amount, fixed-price, ' +
  'quantity-group, unit-ladder, points, free-shipping';
const RATE = 'A rate off is 1 to 10,000 basis points; 8折 is 2000.';
const DAYS = 'Days of a month are 1 to 31.';
const NOBODY = 'Nobody is named, so it never applies: name some or leave it out.';
const WHERE = 'Name the store, categories or SKUs it is for.';
const SIZE = 'Name either a quantity or grams.';

describe('one fault says where, and what would be right', () => {
  test.each<readonly [string, string, Terms]>([
    ['/kind', `No kind is called barter; there are ${EVERY_KIND}.`, of('barter', {})],
    [
      '/level',
      'percentage is reckoned at level order or line or unit.',
      of('percentage', { percentOffBp: 100 }, { level: 'box' as never }),
    ],
    ['/cap', 'A cap must be at least 1 fen; leave it out for none.', terms({ cap: 0 })],
    [
      '/limits/stock',
      'A stock is of flash-sale, member-price, fixed-price; limit fixed-amount by maxUses or budget.',
      terms({ limits: { stock: 1 } as never }),
    ],
    ['/channels', NOBODY, terms({ channels: [] })],
    ['/orderModes', NOBODY, terms({ orderModes: [] })],
    ['/audience/tiers', NOBODY, terms({ audience: { tiers: [] } })],
    ['/audience/segments', NOBODY, terms({ audience: { segments: [] } })],
    [
      '/audience/orderNumber',
      'A new customer is one whose order number is 1.',
      terms({ audience: { newCustomer: false, orderNumber: 1 } }),
    ],
    [
      '/when/amountOver',
      'Name either minAmount (at least) or amountOver (more than).',
      terms({ when: { minAmount: 1, amountOver: 1 } }),
    ],
    ['/scope', WHERE, terms({ scope: {} })],
    ['/scope', WHERE, terms({ scope: { categories: [] } })],
    [
      '/scope',
      'Name only one of store, categories and skus.',
      terms({ scope: { store: true, categories: ['apple'] } }),
    ],
    [
      '/scope/except',
      'Everything in scope is excluded.',
      terms({ scope: { skus: ['A', 'B'], except: { skus: ['A', 'B'] } } }),
    ],
    ['/schedule/until', `It must be after from, ${from}.`, terms({ schedule: { from, until: from } })],
    ['/schedule/recurrence/hours', 'An empty list never opens: leave it out.', recurring({ hours: [] })],
    ['/schedule/recurrence/monthDays', DAYS, recurring({ monthDays: [1, 0] })],
    ['/schedule/recurrence/monthDays', DAYS, recurring({ monthDays: [1, 32] })],
    ['/schedule/recurrence/monthDays', DAYS, recurring({ monthDays: [1.5] })],
    [
      '/schedule/recurrence/hours/0/from',
      'A clock time is written HH:MM, from 00:00 to 23:59.',
      recurring({ hours: [{ from: '24:00', to: '24:00' }] }),
    ],
    [
      '/schedule/recurrence/hours/1/to',
      'A clock time is written HH:MM, from 00:00 to 24:00.',
      recurring({
        hours: [
          { from: '00:00', to: '24:00' },
          { from: '09:00', to: '25:00' },
        ],
      }),
    ],
    ['/benefit/percentOffBp', RATE, of('percentage', { percentOffBp: 10_001 })],
    [
      '/benefit/maxUnits',
      'maxUnits counts pieces: it needs level unit.',
      of('fixed-amount', { amountOff: 100, maxUnits: 2 }, { level: 'line' }),
    ],
    ['/benefit', 'firstOff or furtherOff must be above 0.', of('unit-ladder', { firstOff: 0, furtherOff: 0 })],
    ['/benefit/limit', SIZE, of('flash-sale', { price: 100, limit: { quantity: 1, grams: 500 } })],
    [
      '/benefit/buy',
      SIZE,
      of('buy-x-get-y', { buy: { quantity: 1, grams: 500 }, get: { quantity: 1, placement: 'in-basket' } }),
    ],
    ['/benefit/get', SIZE, of('buy-x-get-y', { buy: { quantity: 1 }, get: { placement: 'in-basket' } })],
    [
      '/benefit/get/scope',
      'An added gift is a product: name its sku.',
      gift({ placement: 'added', scope: { store: true } }),
    ],
    ['/benefit/get/sku', 'A gift in the basket is named by a scope.', gift({ placement: 'in-basket', sku: 'FIG' })],
    [
      '/benefit/amountOff',
      '101 fen off from 100 fen: a step gives at most what it asks.',
      of('spend-threshold', { every: 100, amountOff: 101 }),
    ],
    [
      '/benefit/ladder/0/amountOff',
      '101 fen off from 100 fen: a step gives at most what it asks.',
      of('spend-threshold', { ladder: [{ from: 100, amountOff: 101 }] }),
    ],
    [
      '/benefit/ladder/1/from',
      'Step 2 must have a from above 100, that of the step before it.',
      of('spend-threshold', {
        ladder: [
          { from: 100, amountOff: 10 },
          { from: 100, amountOff: 20 },
        ],
      }),
    ],
    [
      '/benefit/ladder/1/percentOffBp',
      'Step 2 must have a percentOffBp above 1000, that of the step before it.',
      of('percentage', {
        ladder: [
          { fromQuantity: 1, percentOffBp: 1000 },
          { fromQuantity: 2, percentOffBp: 1000 },
        ],
      }),
    ],
    [
      '/benefit/ladder/1/fromQuantity',
      'Step 2 must have a fromQuantity above 1, that of the step before it.',
      of('percentage', {
        ladder: [
          { fromQuantity: 1, percentOffBp: 1000 },
          { fromQuantity: 1, percentOffBp: 2000 },
        ],
      }),
    ],
    [
      '/benefit/ladder/1/buy',
      'Step 2 must have a buy above 2, that of the step before it.',
      of('buy-x-get-y', {
        ladder: [
          { buy: 2, get: 1 },
          { buy: 1, get: 2 },
        ],
        placement: 'in-basket',
      }),
    ],
    [
      '/benefit/ladder/1/get',
      'Step 2 must have a get above 1, that of the step before it.',
      of('buy-x-get-y', {
        ladder: [
          { buy: 2, get: 1 },
          { buy: 3, get: 1 },
        ],
        placement: 'in-basket',
      }),
    ],
  ])('%s: %s', (pointer, message, faulty) => {
    expect(termsFaults(faulty)).toEqual([{ pointer, code: expect.stringMatching(/^[A-Z_]+$/), message }]);
  });
});

describe('sound terms have no fault', () => {
  test.each<readonly [string, Terms]>([
    ['a cap of 1 fen', terms({ cap: 1 })],
    [
      'a stock of a flash sale',
      of('flash-sale', { price: 100, limit: { quantity: 1 } }, { limits: { stock: 1 } as never }),
    ],
    ['some tiers', terms({ audience: { tiers: ['gold'] }, channels: ['app'], orderModes: ['normal'] })],
    ['a new customer on the first order', terms({ audience: { newCustomer: true, orderNumber: 1 } })],
    ['an old customer on the second order', terms({ audience: { newCustomer: false, orderNumber: 2 } })],
    ['a new customer', terms({ audience: { newCustomer: true } })],
    ['one amount', terms({ when: { amountOver: 1 } })],
    ['some SKUs, not all of them excluded', terms({ scope: { skus: ['A', 'B'], except: { skus: ['A'] } } })],
    ['some SKUs but a tag', terms({ scope: { skus: ['A'], except: { tags: ['plain'] } } })],
    ['a window open at one end', terms({ schedule: { from } })],
    ['a window open at the other end', terms({ schedule: { until: from } })],
    ['a window', terms({ schedule: { from, until: '2026-11-22T12:00:00.001Z' } })],
    ['the first and the last day of a month', recurring({ monthDays: [1, 31] })],
    ['hours to midnight', recurring({ hours: [{ from: '23:59', to: '24:00' }] })],
    ['a whole rate', of('percentage', { percentOffBp: 10_000 })],
    ['a benefit that mentions nothing', of('free-shipping', { note: null })],
    ['pieces at level unit', of('fixed-amount', { amountOff: 100, maxUnits: 2 }, { level: 'unit' })],
    ['level unit', of('fixed-amount', { amountOff: 100 }, { level: 'unit' })],
    ['money off further pieces only', of('unit-ladder', { firstOff: 0, furtherOff: 1 })],
    ['as much off the first piece as off further ones', of('unit-ladder', { firstOff: 1, furtherOff: 1 })],
    ['an added gift', gift({ placement: 'added', sku: 'FIG' })],
    ['a gift in the basket', gift({ placement: 'in-basket', scope: { skus: ['FIG'] } })],
    ['a gift of any goods in the basket', gift({ placement: 'in-basket' })],
    ['an added gift of the goods that were bought', gift({ placement: 'added' })],
    ['grams for grams', of('buy-x-get-y', { buy: { grams: 500 }, get: { grams: 250, placement: 'in-basket' } })],
    ['a step that gives all it asks', of('spend-threshold', { ladder: [{ from: 100, amountOff: 100 }] })],
    ['a first step that asks nothing', of('spend-threshold', { ladder: [{ from: 0, amountOff: 100 }] })],
    ['all off again and again', of('spend-threshold', { every: 100, amountOff: 100 })],
    ['one piece in so many', of('nth-item', { nth: 2, percentOffBp: 5000 })],
    ['points', of('points', { fenPerPoint: 1 })],
    ['groups', of('quantity-group', { groupSize: 2, amountOffEach: 1 })],
  ])('%s', (_, sound) => {
    expect(termsFaults(sound)).toEqual([]);
  });
});

describe('a higher step with a lower rate is worth a warning', () => {
  test('also of gifts', () => {
    const ladder = [
      { buy: 2, get: 1 },
      { buy: 6, get: 2 },
    ];
    expect(termsWarnings(of('buy-x-get-y', { ladder, placement: 'in-basket' }))).toEqual([
      {
        pointer: '/benefit/ladder/1',
        code: 'HIGHER_STEP_LOWER_RATE',
        message: '2 off 6 is 33.33 %, less than the 50.00 % of the step below, 1 off 2.',
      },
    ]);
  });

  test.each<readonly [string, unknown]>([
    ['a benefit without steps', { amountOff: 100 }],
    [
      'steps in rates',
      {
        ladder: [
          { fromQuantity: 1, percentOffBp: 2000 },
          { fromQuantity: 2, percentOffBp: 1000 },
        ],
      },
    ],
    [
      'a step above one that asks nothing',
      {
        ladder: [
          { from: 0, amountOff: 100 },
          { from: 900, amountOff: 101 },
        ],
      },
    ],
  ])('not %s', (_, benefit) => {
    expect(termsWarnings(of('spend-threshold', benefit))).toEqual([]);
  });
});
