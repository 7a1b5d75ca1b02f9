import fc from 'fast-check';
import type { Policies } from '../../../src/domain/pricing/policies.js';
import { price } from '../../../src/domain/pricing/price.js';
import { type Bought, type Gone, NOTHING_GONE } from '../../../src/domain/refund/bought.js';
import { addedGifts, giftSize, sizeOf } from '../../../src/domain/refund/kept.js';
import type { GoldenCase } from '../../../src/infra/golden/goldenCase.js';
import { readGoldenCase } from '../../../src/infra/golden/readGoldenCase.js';
import { type GeneratedCase, generateCase } from '../../oracle/generate.js';

/** A case of the oracle's generator, as terms that the engine would let in: ladders rise. */
export function randomCase(seed: number): GeneratedCase {
  const generated = generateCase(seed);
  return { ...generated, promotions: generated.promotions.map(withRisingLadder) };
}

function withRisingLadder<Promotion extends GeneratedCase['promotions'][number]>(promotion: Promotion): Promotion {
  const { benefit } = promotion as { benefit?: { ladder?: readonly Record<string, number>[] } };
  if (!benefit?.ladder) return promotion;
  const first = Object.keys(benefit.ladder[0]!).find((key) => /^(from|fromQuantity|buy)$/.test(key))!;
  return { ...promotion, benefit: { ...benefit, ladder: benefit.ladder.toSorted((a, b) => a[first]! - b[first]!) } };
}

/** A purchase of a random case, under some policies of returning. */
export function purchase(seed: number, policies: Partial<Policies>): Bought {
  const golden = randomCase(seed);
  const { basket, offers, facts } = readGoldenCase(golden as unknown as GoldenCase);
  const greatest = (golden.policy as { maxDiscountBp?: number } | undefined)?.maxDiscountBp;
  const under = { ...facts, policies: { ...facts.policies, ...greatestOf(greatest), ...policies } };
  return { basket, offers, facts: under, paid: price(basket, offers, under) };
}

function greatestOf(greatestDiscountBp: number | undefined): Partial<Policies> {
  return greatestDiscountBp === undefined ? {} : { greatestDiscountBp };
}

export const seeds = fc.integer({ min: 1, max: 1_000_000_000 });

/** One thing that returns: some pieces or grams of a line or gift. */
export interface Step {
  readonly of: 'lines' | 'gifts';
  readonly id: string;
  readonly size: number;
}

/** All of a purchase, cut into up to `parts` steps a line or gift. */
export function everythingIn(bought: Bought, cuts: readonly number[]): Step[] {
  const whole: Step[] = [
    ...bought.basket.lines
      .filter(({ selected }) => selected !== false)
      .map((line) => ({ of: 'lines' as const, id: line.id, size: sizeOf(line, NOTHING_GONE) })),
    ...addedGifts(bought).map((gift) => ({ of: 'gifts' as const, id: gift.offer, size: giftSize(gift) })),
  ];
  return whole.flatMap((step, at) => {
    const first = 1 + ((cuts[at % cuts.length] ?? 0) % step.size);
    return first < step.size
      ? [
          { ...step, size: first },
          { ...step, size: step.size - first },
        ]
      : [step];
  });
}

export function after(gone: Gone, { of, id, size }: Step): Gone {
  return { ...gone, [of]: { ...gone[of], [id]: (gone[of][id] ?? 0) + size } };
}
