import { expect, test } from '@jest/globals';
import { type Infer, integer, record } from '../../../../src/domain/kernel/shape.js';
import type { Calculation } from '../../../../src/domain/pricing/calculation.js';
import { defineKind } from '../../../../src/domain/pricing/kinds/defineKind.js';
import { ALL_KINDS, kindsOf } from '../../../../src/domain/pricing/kinds/registry.js';
import { price } from '../../../../src/domain/pricing/price.js';
import { termsFaults } from '../../../../src/domain/pricing/termsFaults.js';
import { anOffer, basketOf, factsOf } from '../given.js';

const benefit = record({ digit: integer('count', 0, 9) });
type LuckyDigit = Infer<typeof benefit>;

/** Everything a folder under kinds/ holds: 尾数优惠, the last digit of the sum is waived when it is the lucky one. */
const luckyDigit = (versions: readonly number[]) =>
  defineKind<typeof benefit>({
    definition: {
      kind: 'lucky-digit',
      name: { zh: '尾数优惠', en: 'Lucky digit' },
      lane: 30,
      level: 'order',
      benefit,
      faults: ({ benefit }) =>
        benefit.digit === 4 ? [{ pointer: '/benefit/digit', code: 'UNLUCKY', message: 'Not 4.' }] : [],
      sentence: ({ digit }: LuckyDigit) => `…${digit}`,
    },
    levels: ['order'],
    versions: Object.fromEntries(
      versions.map((version) => [
        version,
        <Calculation<LuckyDigit>>{
          calculate: ({ digit }, goods) => {
            const sum = goods.lines.reduce((total, line) => total + goods.prices[line.at]!, 0);
            const facts = () => ({ digit, sum });
            return sum % 10 === digit
              ? { gives: 'sum', amount: digit * version, facts }
              : { gives: 'nothing', reason: 'no-room', facts };
          },
        },
      ]),
    ),
  });

const kinds = kindsOf([...ALL_KINDS, luckyDigit([1, 2])]);
const basket = basketOf([{ id: 'a', unitPrice: 1007, quantity: 1 }]);
const lucky = anOffer({ kind: 'lucky-digit', benefit: { digit: 7 } });

test('a kind is added by its folder and one line of the registry', () => {
  const quote = price(basket, [lucky], factsOf(), { kinds });
  expect(quote).toMatchObject({
    pay: 1000,
    applied: [{ offer: 'p1', kind: 'lucky-digit', amount: 7, facts: { sum: 1007 } }],
  });
  expect(termsFaults({ ...lucky, benefit: { digit: 4 } }, kinds)).toMatchObject([{ code: 'UNLUCKY' }]);
});

test('a released version stays beside the newer one', () => {
  expect(price(basket, [{ ...lucky, ruleVersion: 2 }], factsOf(), { kinds }).pay).toBe(993);
  expect(price(basket, [{ ...lucky, ruleVersion: 1 }], factsOf(), { kinds }).pay).toBe(1000);
  expect(() => price(basket, [{ ...lucky, ruleVersion: 3 }], factsOf(), { kinds })).toThrow('version 3');
});

test('without it the kind is a fault of the terms', () => {
  expect(termsFaults(lucky)).toMatchObject([{ pointer: '/kind', code: 'UNKNOWN_KIND' }]);
});
