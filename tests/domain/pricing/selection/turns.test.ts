import { describe, expect, test } from '@jest/globals';
import type { Offer } from '../../../../src/domain/pricing/offer.js';
import { raiseForMore, turnsOf } from '../../../../src/domain/pricing/selection/turns.js';
import { applyInOrder, type Step } from '../../../../src/domain/pricing/walk.js';
import { factsOf } from '../given.js';
import { fourLines, givenOffers, inGroup, off } from './givenOffers.js';

function lastStep(offers: readonly Offer[], policies = {}): Step {
  const { candidates, situation } = givenOffers(offers, fourLines, factsOf(policies));
  return applyInOrder(candidates, situation).steps.at(-1)!;
}

const ladder = (of: Partial<Offer> = {}) =>
  off('p2', 'AB', {
    kind: 'spend-threshold',
    benefit: {
      ladder: [
        { from: 1_500, amountOff: 200 },
        { from: 2_300, amountOff: 400 },
      ],
    },
    ...of,
  });

describe('before an offer can give more its goods must cost more', () => {
  test('by what is short of its next step', () => {
    expect(raiseForMore(lastStep([ladder()]))).toBe(300);
  });

  test('by what is short of its condition', () => {
    expect(raiseForMore(lastStep([off('p1', 'A', { when: { minAmount: 1_200 } })]))).toBe(200);
  });

  test.each<readonly [string, readonly Offer[], object]>([
    ['gives the same on any goods', [off('p1', 'A')], {}],
    ['was cut short, so that more room is enough', [ladder({ cap: 150 })], {}],
    ['found a line closed', [off('p1', 'A', { stacking: { exclusive: 'line', lane: 1 } }), ladder()], {}],
    ['had only the lines its group left to it', [ladder(inGroup('g'))], { groupScope: 'line' }],
    ['gave nothing for want of something else', [off('p1', 'A', { when: { minQuantity: 5 } })], {}],
  ])('or by nobody knows how much, when it %s', (_, offers, policies) => {
    expect(raiseForMore(lastStep(offers, policies))).toBe(0);
  });
});

test('a walk tells of each whether it had its turn, and for whom it was passed over', () => {
  const offers = [off('p1', 'A', inGroup('g')), off('p2', 'B'), off('p3', 'C', inGroup('g')), off('p4', 'D')];
  const { candidates, situation } = givenOffers(offers);
  const withoutSecond = candidates.filter((_, at) => at !== 1);
  const { steps, yielded } = turnsOf(applyInOrder(withoutSecond, situation), candidates);
  expect(steps.map((step) => step?.candidate.offer.id)).toEqual(['p1', undefined, undefined, 'p4']);
  expect(yielded).toEqual([-1, -1, 0, -1]);
});
