import { describe, expect, test } from '@jest/globals';
import type { Offer } from '../../../../src/domain/pricing/offer.js';
import { mostGainedWithout } from '../../../../src/domain/pricing/selection/mostGainedWithout.js';
import { turnsOf } from '../../../../src/domain/pricing/selection/turns.js';
import { applyInOrder } from '../../../../src/domain/pricing/walk.js';
import { givenOffers, off } from './givenOffers.js';

/** What could be gained without an offer of 100 off A, which another of 400 off A follows, and then some more. */
function gainedWithoutFirst(...after: readonly Offer[]): number {
  const first = off('p0', 'A', { stacking: { lane: 1 } });
  const second = off('p1', 'A', { benefit: { amountOff: 400 }, stacking: { lane: 1 } });
  const { candidates, situation } = givenOffers([first, second, ...after]);
  const walk = applyInOrder(candidates, situation);
  const influenced = candidates.map((_, at) => at).slice(1);
  return mostGainedWithout(100, influenced, situation.atList, candidates, turnsOf(walk, candidates), situation);
}

/** From so much on A and B, of which 1500 are left, so much off. */
const from = (id: string, amount: number, amountOff: number) =>
  off(id, 'AB', { kind: 'spend-threshold', benefit: { ladder: [{ from: amount, amountOff }] }, stacking: { lane: 2 } });
const rival = (id: string, amountOff: number) => off(id, 'A', { benefit: { amountOff }, stacking: { group: 'g' } });

describe('without an offer that gave 100 a customer gains', () => {
  test('nothing, and loses what it gave, when it kept nobody from anything', () => {
    expect(gainedWithoutFirst()).toBe(-100);
  });

  test('at most what a later offer could give more, where goods dearer by 100 are enough for it', () => {
    expect(gainedWithoutFirst(from('p2', 1_600, 300))).toBe(200);
  });

  test('less what others must give up too, where they are not', () => {
    expect(gainedWithoutFirst(from('p2', 1_800, 900))).toBe(600);
    expect(gainedWithoutFirst(from('p2', 1_800, 150))).toBe(-100);
  });

  test('from several steps as if the nearest were climbed first', () => {
    expect(gainedWithoutFirst(from('p2', 1_800, 400), from('p3', 1_700, 50))).toBe(150);
  });

  test('nothing from a step that is out of reach at list prices', () => {
    expect(gainedWithoutFirst(from('p2', 2_100, 900))).toBe(-100);
  });

  test('of rivals at most what the best of them could give more than the one that gave', () => {
    expect(gainedWithoutFirst(rival('p2', 200), rival('p3', 250))).toBe(-50);
  });
});
