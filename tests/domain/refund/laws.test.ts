import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Policies } from '../../../src/domain/pricing/policies.js';
import { type Bought, type Gone, NOTHING_GONE } from '../../../src/domain/refund/bought.js';
import { paidBack } from '../../../src/domain/refund/paidBack.js';
import { type Account, NOTHING_REFUNDED, type Settlement, settle } from '../../../src/domain/refund/settle.js';
import { oracleRefund } from '../../oracle/oracleRefund.js';
import { after, everythingIn, purchase, randomCase, type Step, seeds } from './randomPurchase.js';

const POLICIES: readonly (readonly [string, Partial<Policies>])[] = [
  ['keep-discount', { returns: 'keep-discount' }],
  ['re-evaluate with debt', { returns: 're-evaluate', negativeRefund: 'debt' }],
  ['re-evaluate, never negative', { returns: 're-evaluate', negativeRefund: 'forbidden' }],
  ['re-quote, thresholds on actual weight', { returns: 're-quote-actual-weight', actualWeightThreshold: 'actual' }],
  ['re-quote, thresholds on ordered weight', { returns: 're-quote-actual-weight', actualWeightThreshold: 'ordered' }],
];
const ORDER_FREE = POLICIES.filter(([name]) => name !== 're-evaluate, never negative');

const cuts = fc.array(fc.nat(10_000_000), { minLength: 1, maxLength: 8 });
const RUNS = { numRuns: 150 };

/** Returns the steps one after another; what each settled. */
function settled(bought: Bought, steps: readonly Step[], from: Gone = NOTHING_GONE): Settlement[] {
  let gone = from;
  let account: Account = NOTHING_REFUNDED;
  return steps.map((step) => {
    gone = after(gone, step);
    const settlement = settle(account, paidBack(bought, gone), bought.facts.policies);
    account = { refunded: account.refunded + settlement.refund, debt: settlement.debt };
    return settlement;
  });
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const payouts = (settlements: readonly Settlement[]) => sum(settlements.map(({ payout }) => payout));

function shuffled<T>(things: readonly T[], by: readonly number[]): T[] {
  return things
    .map((thing, at) => ({ thing, key: (by[at % by.length]! * (at + 7)) % 10_007 }))
    .sort((a, b) => a.key - b.key)
    .map(({ thing }) => thing);
}

describe.each(POLICIES)('%s', (name, policies) => {
  test('returning everything returns what was paid, in whatever steps', () => {
    fc.assert(
      fc.property(seeds, cuts, (seed, by) => {
        const bought = purchase(seed, policies);
        const steps = shuffled(everythingIn(bought, by), by);
        if (steps.length === 0) return;
        const { paid } = bought;
        const back = settled(bought, steps);
        expect(payouts(back)).toBe(name === 'keep-discount' ? paid.pay - paid.delivery : paid.pay);
        expect(back.at(-1)!.debt).toBe(0);
      }),
      RUNS,
    );
  });

  test('no return pays out more than was paid so far', () => {
    fc.assert(
      fc.property(seeds, cuts, (seed, by) => {
        const bought = purchase(seed, policies);
        const back = settled(bought, shuffled(everythingIn(bought, by), by));
        let out = 0;
        for (const { payout, debt } of back) {
          out += payout;
          expect(out).toBeLessThanOrEqual(bought.paid.pay);
          expect(Math.min(payout, debt)).toBe(0);
        }
      }),
      RUNS,
    );
  });
});

test.each(ORDER_FREE)('%s: the order of partial returns does not matter', (_, policies) => {
  fc.assert(
    fc.property(seeds, cuts, (seed, by) => {
      const bought = purchase(seed, policies);
      const all = everythingIn(bought, by);
      const some = all.slice(0, Math.ceil(all.length / 2));
      const [one, other] = [settled(bought, some), settled(bought, shuffled(some, by))];
      expect(sum(other.map(({ refund }) => refund))).toBe(sum(one.map(({ refund }) => refund)));
      const net = (back: readonly Settlement[]) => payouts(back) - (back.at(-1)?.debt ?? 0);
      expect(net(other)).toBe(net(one));
    }),
    RUNS,
  );
});

test.each(['keep-discount', 're-evaluate'] as const)('%s: one return agrees with the oracle', (returns) => {
  let compared = 0;
  fc.assert(
    fc.property(seeds, cuts, (seed, by) => {
      const bought = purchase(seed, { returns, negativeRefund: 'forbidden' });
      const [step, ...rest] = shuffled(everythingIn(bought, by), by);
      const line = bought.basket.lines.find(({ id }) => id === step?.id);
      // The oracle knows nothing of kept gifts, and leaves the pieces of a weighed line as they were.
      if (!step || !line || rest.length === 0 || bought.paid.gifts.some(({ sku }) => sku) || line.pieces) return;
      if (rest.every(({ of }) => of === 'gifts')) return;
      const part = { line: step.id, [line.grams === undefined ? 'quantity' : 'grams']: step.size };
      const golden = randomCase(seed);
      const oracle = oracleRefund({ ...golden, policy: { ...golden.policy, returns }, returned: [part] });
      expect(settled(bought, [step])[0]!.refund).toBe(oracle.refunds[0]);
      compared++;
    }),
    RUNS,
  );
  expect(compared).toBeGreaterThan(40);
});
