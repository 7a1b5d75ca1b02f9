import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { verdictWords } from '../../src/infra/cli/verify/verdictWords.js';
import { logOf, readCorpus } from './corpus.js';
import { freezeQuote } from './freezeQuote.js';
import type { FrozenQuote } from './frozenQuote.js';
import { declarationsIn, judge } from './judge.js';
import { type PricedNow, pricedNow } from './pricedNow.js';

const FILE = 'tests/pricingDiff/declared.json';
const DECLARED = declarationsIn(readFileSync(FILE, 'utf8'), FILE);

let corpus: FrozenQuote[];
let now: PricedNow;
beforeAll(async () => {
  corpus = readCorpus();
  now = await pricedNow(await logOf(corpus));
});

describe('the frozen corpus', () => {
  test('comes out as it was recorded, but for what is declared with a reason', () => {
    const { undeclared, stale } = judge(now.differing, DECLARED);
    expect(undeclared.map(verdictWords)).toEqual([]);
    expect(stale).toEqual([]);
  });

  test('is 2,000 quotes of every kind, by weight and by piece, with ladders, groups, gifts, schedules and limits', () => {
    expect(now.verified.quotes).toBe(2_000);
    const terms = corpus.flatMap(({ promotions }) => Object.values(promotions));
    const some = (holds: (text: string) => boolean, of: readonly unknown[]) =>
      of.filter((one) => holds(JSON.stringify(one))).length;
    expect([...new Set(terms.map(({ kind }) => kind))].sort()).toEqual([
      'buy-x-get-y',
      'fixed-amount',
      'fixed-price',
      'flash-sale',
      'free-shipping',
      'member-price',
      'nth-item',
      'percentage',
      'points',
      'quantity-group',
      'spend-threshold',
      'unit-ladder',
    ]);
    for (const word of ['"ladder"', '"group"', '"recurrence"', '"placement"', '"exclusive"', '"coupon"', '"cap"']) {
      expect([word, some((text) => text.includes(word), terms) > 50]).toEqual([word, true]);
    }
    for (const word of ['"grams"', '"remaining"', '"customer"', '"greatestDiscountBp"']) {
      expect([
        word,
        some(
          (text) => text.includes(word),
          corpus.map(({ given }) => given),
        ) > 50,
      ]).toEqual([word, true]);
    }
    expect(corpus.filter(({ given }) => given.amounts.discount > 0).length).toBeGreaterThan(500);
  });
});

describe('a corpus whose record is another', () => {
  const forged = async (change: (quote: FrozenQuote) => FrozenQuote) => {
    const quotes = corpus.slice(0, 20).map((quote, at) => (at === 7 ? change(quote) : quote));
    return pricedNow(await logOf(quotes));
  };
  const payMore = (quote: FrozenQuote): FrozenQuote => {
    const amounts = { ...quote.given.amounts, pay: quote.given.amounts.pay + 1 };
    return { ...quote, given: { ...quote.given, amounts } };
  };

  test('differs at that quote alone, and says where and at which step', async () => {
    const { differing } = await forged(payMore);
    expect(differing.map(({ quote }) => quote)).toEqual([corpus[7]!.id]);
    expect(verdictWords(differing[0]!)).toMatch(
      /^DIFFERENT {2}quote s\d+ .*first at step "totals", \/amounts\/pay: recorded \d+/,
    );
  });

  test('passes when that is declared, and a declaration of what is equal is stale', async () => {
    const { differing } = await forged(payMore);
    const [meant, other] = [corpus[7]!.id, corpus[8]!.id];
    expect(judge(differing, [{ quotes: [meant], reason: '进位改为四舍六入' }])).toEqual({
      undeclared: [],
      declared: 1,
      stale: [],
    });
    expect(judge(differing, [{ quotes: [meant, other], reason: 'x' }]).stale).toEqual([other]);
    expect(judge(differing, []).undeclared).toHaveLength(1);
  });

  test('of terms that now give otherwise differs too', async () => {
    const at = corpus.findIndex(({ given }) => given.amounts.discount > 0);
    const cheaper = { ...corpus[at]!, promotions: {} };
    const { verified } = await pricedNow(await logOf([cheaper]));
    expect(verified).toMatchObject({ equal: 0 });
  });
});

describe('the generator of the corpus', () => {
  test('makes the same quotes of the same seeds', async () => {
    const [first, again] = [await freezeQuote(7), await freezeQuote(7)];
    expect(again).toEqual(first);
    expect(await freezeQuote(8)).not.toEqual(first);
  });
});

describe('declarations', () => {
  test.each([
    ['{}', 'must hold a list'],
    ['[{"reason":"x"}]', '/0/quotes must name quotes'],
    ['[{"quotes":["a"],"reason":" "}]', '/0/reason must say why'],
  ])('%s are refused', (text, sentence) => {
    expect(() => declarationsIn(text, 'declared.json')).toThrow(sentence);
  });
});
