import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { STORED_EVENTS } from '../../src/commands/storedEvents.js';
import { streamParts } from '../../src/domain/kernel/stream.js';
import { ALL_PROJECTIONS } from '../../src/infra/bootstrap/allProjections.js';
import { sampleOf } from '../samples/frozenSamples.js';
import { logOf } from './sampleLog.js';
import { SqliteTrialTables } from './trialTables.js';

/** What each event changes in the row of its stream, after those above it. Written out, so that a slip shows. */
const PROMOTION = [
  [
    'promotion-drafted',
    { name: '双十一满减', kind: 'spend-threshold', type: 1, status: 0, create_time: '2026-11-01T00:00:00.000Z' },
  ],
  [
    'promotion-revised',
    { name: '双十一满减加码', status: 0, start_time: '2026-11-11T00:00:00.000Z', end_time: '2026-11-12T00:00:00.000Z' },
  ],
  ['promotion-published', { status: 1 }],
  ['promotion-paused', { status: 2 }],
  ['promotion-resumed', { status: 1 }],
  ['promotion-ended', { status: 3, create_time: '2026-11-01T00:00:00.000Z' }],
] as const;

const STOPPED = [
  ['promotion-drafted', { status: 0 }],
  ['promotion-published', { status: 1 }],
  ['promotion-stopped', { status: 4, name: '双十一满减' }],
] as const;

const PRODUCT = [
  ['product-listed', { name: '烟台红富士', sold_by: 'weight', unit_price: null, floor_price: null, listed: 0 }],
  ['product-repriced', { unit_price: 1_280, floor_price: null, listed: 1 }],
  ['product-floor-set', { floor_price: 900, unit_price: 1_280 }],
  ['product-categorised', { unit_price: 1_280, listed: 1 }],
  ['product-renamed', { name: '烟台红富士 一级', sold_by: 'weight' }],
  ['product-delisted', { listed: 0, unit_price: 1_280 }],
] as const;

const CUSTOMER = [
  ['customer-registered', { tier: null }],
  ['customer-tier-set', { tier: 'gold' }],
] as const;

const SHOP = [['shop-policies-set', {}]] as const;

const QUOTE = [
  ['quote-given', { given_at: '2026-11-11T03:00:00.000Z', customer: 'c_1001', pay: 10_740 }],
  ['quote-taken', { customer: 'c_1001', pay: 10_740 }],
] as const;

const PLACED = [
  ['order-placing', { customer: 'c_1001', status: 'placing', quote: 'q_1', placed_at: null, due_step: 'place' }],
  ['order-placed', { status: 'placed', placed_at: '2026-11-01T00:00:01.000Z', pay: 11_540, due_step: 'expire' }],
] as const;

const ORDER = [
  ...PLACED,
  ['line-repriced', { pay: 11_100, status: 'placed' }],
  ['order-changing', { quote: 'q_1', due_step: 'change' }],
  ['order-changed', { quote: 'q_2', pay: 11_740, due_step: 'expire', due_at: '2026-11-11T03:35:00.000Z' }],
  ['order-paid', { status: 'paid', due_step: 'confirm' }],
  ['holds-retaken', { status: 'paid', lost_holds: 1, due_step: 'confirm' }],
  ['holds-confirmed', { status: 'paid', lost_holds: 1, due_step: null, due_at: null }],
  ['lines-returned', { refunded: -100, debt: 100, due_step: 'release' }],
  ['lines-weighed', { refunded: 19, debt: 0 }],
  ['order-compensated', { status: 'paid', refunded: 19 }],
] as const;

const ENDED = [
  ...PLACED,
  ['order-changing', { due_step: 'change' }],
  ['order-change-refused', { quote: 'q_1', due_step: 'release' }],
  ['order-cancelled', { status: 'cancelled', due_step: 'release' }],
  ['holds-released', { status: 'cancelled' }],
] as const;

const EXPIRED = [
  ...PLACED,
  ['order-expired', { status: 'expired', due_step: 'release' }],
  ['order-retaking', { status: 'retaking' }],
  ['payment-refused', { status: 'expired' }],
] as const;

const REFUSED = [PLACED[0], ['order-refused', { status: 'refused', placed_at: null, due_step: 'release' }]] as const;

const ALLOWANCE = [
  ['allowance-opened', { promotion: 'flash_1111', unit: 'stock', total: 100 }],
  ['allowance-held', { total: 100 }],
  ['allowance-adjusted', { total: 150 }],
  ['hold-resized', { total: 150 }],
  ['hold-confirmed', { total: 150 }],
  ['hold-cancelled', { total: 150 }],
  ['hold-released', { total: 150 }],
  ['hold-expired', { unit: 'stock', total: 150 }],
] as const;

const TABLE: readonly (readonly [table: string, steps: readonly (readonly [string, object])[]])[] = [
  ['promotion', PROMOTION],
  ['promotion', STOPPED],
  ['product', PRODUCT],
  ['customer', CUSTOMER],
  ['shop', SHOP],
  ['quote', QUOTE],
  ['customer_order', ORDER],
  ['customer_order', ENDED],
  ['customer_order', EXPIRED],
  ['customer_order', REFUSED],
  ['allowance', ALLOWANCE],
];

let tables: SqliteTrialTables;

beforeAll(async () => {
  tables = new SqliteTrialTables();
});

afterAll(() => tables.close());

describe.each(TABLE)('the table %s', (table, steps) => {
  const types = steps.map(([type]) => type);
  const samples = types.map((type) => sampleOf(type, 1).stored);
  const projection = ALL_PROJECTIONS.find(({ category }) => category === streamParts(samples[0]!.stream).category)!;
  const log = logOf(
    ...samples.map(({ type, data }) => [`${projection.category}-demo.x`, { type, data: JSON.parse(data) }] as const),
  );

  test.each(steps.map(([type, columns], index) => [type, columns, index] as const))(
    'after %s',
    async (_, columns, index) => {
      await tables.views.reset(projection);
      expect(await tables.fold(projection, log.slice(0, index + 1))).toEqual([]);
      expect(tables.table(table)).toEqual([
        expect.objectContaining({
          stream: `${projection.category}-demo.x`,
          shop: 'demo',
          id: 'x',
          revision: index,
          ...columns,
        }),
      ]);
    },
  );
});

/** Facts for auditors: they stand in the log, and no table answers from them. */
const ONLY_IN_THE_LOG = ['backtest-run', 'log-exported'];

test('every event type is visited by the projection of its category', () => {
  const visited = TABLE.flatMap(([, steps]): string[] => steps.map(([type]) => type));
  expect([...new Set([...visited, ...ONLY_IN_THE_LOG])].sort()).toEqual(Object.keys(STORED_EVENTS).sort());
});

test('no two projections write one table, and none writes the log', () => {
  const names = ALL_PROJECTIONS.flatMap(({ table, details }) => [table, ...details].map(({ name }) => name));
  expect(new Set(names).size).toBe(names.length);
  expect(names).not.toContain('events');
  expect(names).not.toContain('checkpoint');
});
