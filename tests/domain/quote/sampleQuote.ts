import { DEFAULT_POLICIES } from '../../../src/domain/pricing/policies.js';
import type { QuoteGiven } from '../../../src/domain/quote/events.js';

/** Three 斤 of Fuji at 12.80, 满30减5. */
export const quote: QuoteGiven = {
  at: '2026-11-22T12:00:00.000Z',
  validUntil: '2026-11-22T12:15:00.000Z',
  currency: 'CNY',
  request: { lines: [{ id: '1', sku: 'fuji', grams: 1_500 }], customer: 'c_1', channel: 'mini-program', delivery: 800 },
  facts: {
    products: { fuji: 3 },
    promotions: { spend30: 1 },
    customer: 1,
    local: {},
    policies: DEFAULT_POLICIES,
    rules: { 'spend-threshold': 1 },
  },
  amounts: { list: 3_840, discount: 500, delivery: 800, pay: 4_140, lines: [3_340], gave: { spend30: 500 } },
  result: '0f'.repeat(32),
};
