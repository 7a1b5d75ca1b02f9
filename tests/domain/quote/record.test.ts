import { expect, test } from '@jest/globals';
import { canonicalJson } from '../../../src/domain/kernel/canonicalJson.js';
import type { Terms } from '../../../src/domain/pricing/offer.js';
import type { Quote } from '../../../src/domain/pricing/quote.js';
import { provenResult, recordOf, touchedOffers } from '../../../src/domain/quote/record.js';
import { quote as given } from './sampleQuote.js';

const quote: Quote = {
  list: 3_840,
  discount: 500,
  goods: 3_340,
  delivery: 300,
  pay: 3_640,
  lines: [{ id: '1', sku: 'fuji', list: 3_840, discount: 500, pay: 3_340, shares: { spend30: 500 } }],
  gifts: [],
  applied: [
    { offer: 'spend30', kind: 'spend-threshold', amount: 500, delivery: 0, ungiven: 0, facts: { base: 3_840 } },
    { offer: 'ship5', kind: 'fixed-amount', amount: 0, delivery: 500, ungiven: 0, facts: {} },
  ],
  refused: [{ offer: 'gold10', kind: 'percentage', reason: 'wrong-tier', facts: { needs: ['gold'] } }],
  proven: true,
};
const AT = '2026-11-22T12:00:00.000Z';
const flashUntil = (until?: string): Terms => ({
  kind: 'flash-sale',
  benefit: { price: 990 },
  scope: { skus: ['fuji'] },
  ...(until && { schedule: { until } }),
});
const recorded = (flash: readonly Terms[] = [], request = given.request) =>
  recordOf(request, quote, given.facts, AT, flash, 'hash');

test('a quote is promised for 15 minutes', () => {
  expect(recorded().validUntil).toBe('2026-11-22T12:15:00.000Z');
  expect(recorded([flashUntil()]).validUntil).toBe('2026-11-22T12:15:00.000Z');
  expect(recorded([flashUntil('2026-11-22T12:30:00.000Z')]).validUntil).toBe('2026-11-22T12:15:00.000Z');
});

test('with flash prices only to the end of the window that closes first', () => {
  const windows = [flashUntil('2026-11-22T12:10:00.000Z'), flashUntil('2026-11-22T12:05:00.000Z')];
  expect(recorded(windows).validUntil).toBe('2026-11-22T12:05:00.000Z');
});

test('with flash prices of certain hours only to the end of those hours', () => {
  const zone = 'Asia/Shanghai';
  const nightly: Terms = {
    ...flashUntil(),
    schedule: { recurrence: { zone, hours: [{ from: '19:00', to: '20:06' }] } },
  };
  const facts = { ...given.facts, local: { [zone]: '2026-11-22T20:00:00.000+08:00' } };
  expect(recordOf(given.request, quote, facts, AT, [nightly], 'hash').validUntil).toBe('2026-11-22T12:06:00.000Z');
});

test('a record has what each offer gave on goods and delivery, and each line in the order of the request', () => {
  const lines = [{ id: '9', sku: 'kiwi', quantity: 1, selected: false }, ...given.request.lines];
  expect(recorded([], { ...given.request, lines }).amounts).toStrictEqual({
    list: 3_840,
    discount: 500,
    delivery: 300,
    pay: 3_640,
    lines: [0, 3_340],
    gave: { spend30: 500, ship5: 500 },
  });
});

test('every offer that gave or was refused is recorded as touched', () => {
  expect(touchedOffers(quote)).toEqual(['spend30', 'ship5', 'gold10']);
});

test('what is proved are amounts, shares and reasons; explanations may improve', () => {
  const proof = (of: Quote) => canonicalJson(provenResult(of));
  const betterSaid = {
    ...quote,
    applied: quote.applied.map((offer) => ({ ...offer, facts: { said: 'better' } })),
    refused: quote.refused.map((offer) => ({ ...offer, facts: {} })),
  };
  expect(proof(betterSaid)).toBe(proof(quote));
  const [first, ...others] = quote.applied;
  const changes: readonly Partial<Quote>[] = [
    { pay: 3_641 },
    { delivery: 301 },
    { lines: [{ ...quote.lines[0]!, shares: { spend30: 499 } }] },
    { applied: [{ ...first!, amount: 499 }, ...others] },
    { refused: [] },
    { refused: [{ ...quote.refused[0]!, reason: 'stopped' }] },
    { gifts: [{ offer: 'spend30', sku: 'kiwi', quantity: 1 }] },
  ];
  for (const change of changes) expect(proof({ ...quote, ...change })).not.toBe(proof(quote));
});
