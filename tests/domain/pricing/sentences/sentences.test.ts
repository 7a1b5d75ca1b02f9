import { describe, expect, test } from '@jest/globals';
import { KINDS } from '../../../../src/domain/pricing/kinds/registry.js';
import { REASONS, type RefusedOffer } from '../../../../src/domain/pricing/quote.js';
import { appliedSentence } from '../../../../src/domain/pricing/sentences/appliedSentence.js';
import { refusedSentence } from '../../../../src/domain/pricing/sentences/refusedSentence.js';

const refused = (of: Partial<RefusedOffer>): RefusedOffer => ({
  offer: 'p1',
  kind: 'spend-threshold',
  reason: 'threshold-not-met',
  facts: {},
  ...of,
});

describe('why an offer does not apply, in words', () => {
  test('a shortfall says what to buy and what it brings', () => {
    const short = refused({ shortfall: { amount: 1250 }, facts: { amountOff: 2000 } });
    expect(refusedSentence(short, 'zh')).toBe('再买12.50元即可减20元');
    expect(refusedSentence(short, 'en')).toBe('Buy ¥12.50 more to get ¥20 off');
  });

  test('weight is spoken in jin', () => {
    const short = refused({ reason: 'weight-not-met', shortfall: { grams: 1500 }, facts: { percentOffBp: 2000 } });
    expect(refusedSentence(short, 'zh')).toBe('再买3斤即可享8折');
    expect(refusedSentence(short, 'en')).toBe('Buy 1.5 kg more to get 20 % off');
  });

  test('who displaced it is named', () => {
    const displaced = refused({ reason: 'displaced-by-exclusive', facts: { displacedBy: 'p3', wouldGive: 500 } });
    expect(refusedSentence(displaced, 'zh')).toContain('p3');
    expect(refusedSentence(displaced, 'en')).toContain('p3');
  });

  test.each(REASONS)('%s is said in both languages', (reason) => {
    const one = refused({ reason, shortfall: { quantity: 1 }, facts: { needs: ['gold'] } });
    expect(refusedSentence(one, 'zh')).toMatch(/\p{Script=Han}/u);
    expect(refusedSentence(one, 'en')).not.toMatch(/\p{Script=Han}|undefined/u);
  });
});

describe('what an offer gave, in words', () => {
  const applied = { offer: 'p1', kind: 'spend-threshold', amount: 2000, delivery: 0, ungiven: 0, facts: {} };

  test('amount and next step', () => {
    const withNext = { ...applied, nextRung: { shortfall: { amount: 5000 }, gives: { amountOff: 3000 } } };
    expect(appliedSentence(withNext, [], 'zh')).toBe('已减20元，再买50元可再减30元');
    expect(appliedSentence(withNext, [], 'en')).toBe('¥20 off, buy ¥50 more to get ¥30 off');
  });

  test('what cut it, and gifts of its own only', () => {
    const cut = { ...applied, facts: { cap: 2000 }, ungiven: 500 };
    const gifts = [
      { offer: 'p1', points: 100 },
      { offer: 'p2', points: 7 },
    ];
    expect(appliedSentence(cut, gifts, 'zh')).toBe('已减20元，送100积分，已达活动封顶，5元未能使用');
    expect(appliedSentence(cut, gifts, 'en')).toBe('¥20 off, 100 points, cut to its cap, ¥5 found no room');
  });
});

test('every kind says its benefit in both languages', () => {
  const benefits: Record<string, unknown> = {
    'spend-threshold': { ladder: [{ from: 10000, amountOff: 2000 }] },
    percentage: { percentOffBp: 2000 },
    'nth-item': { nth: 2, percentOffBp: 5000 },
    'buy-x-get-y': { buy: { quantity: 2 }, get: { quantity: 1, placement: 'in-basket' } },
    'flash-sale': { price: 990 },
    'member-price': { price: 990 },
    'fixed-amount': { amountOff: 500 },
    'fixed-price': { price: 990 },
    'quantity-group': { groupSize: 2, amountOffEach: 500 },
    'unit-ladder': { firstOff: 100, furtherOff: 200 },
    points: { fenPerPoint: 1 },
    'free-shipping': {},
  };
  expect(
    KINDS.map(({ kind, sentence }) => [kind, sentence(benefits[kind], 'zh'), sentence(benefits[kind], 'en')]),
  ).toEqual([
    ['spend-threshold', '满100元减20元', '¥20 off from ¥100'],
    ['percentage', '8折', '20 % off'],
    ['nth-item', '第2件5折', 'one of every 2 pieces: 50 % off'],
    ['buy-x-get-y', '买2件送1件', 'buy 2 pieces, get 1 piece free'],
    ['flash-sale', '秒杀价9.90元', 'flash price ¥9.90'],
    ['member-price', '会员价9.90元', 'member price ¥9.90'],
    ['fixed-amount', '立减5元', '¥5 off'],
    ['fixed-price', '一口价9.90元', 'fixed price ¥9.90'],
    ['quantity-group', '每2件一组，每件减5元', '¥5 off each piece of every 2 pieces'],
    ['unit-ladder', '第一件减1元，之后每件减2元', '¥1 off the first piece, ¥2 off each further one'],
    ['points', '每1积分抵0.01元', '¥0.01 a point'],
    ['free-shipping', '包邮', 'free delivery'],
  ]);
});
