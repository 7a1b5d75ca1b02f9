import { channels, orderModes, someInstant, tiers } from './generate/conditions.js';
import { Dice } from './generate/dice.js';
import { someLines } from './generate/lines.js';
import { somePolicy } from './generate/policy.js';
import type { Temper } from './generate/promotions.js';
import { rich, rivals, somePromotion } from './generate/promotions.js';
import { terrainOf } from './generate/terrain.js';
import type { GoldenQuoteInput } from './goldenCase.js';

/** `rich`: up to 7 promotions of all kinds, any selection. `rivals`: 5 to 12 that get in each other's way, best for the customer. */
export type Mode = 'rich' | 'rivals';

export interface GeneratedCase extends GoldenQuoteInput {
  readonly kind: 'quote';
  /** Tells mode and seed; `generateCase` makes the same case of them again. */
  readonly id: string;
}

export function generateCase(seed: number, mode: Mode = 'rich'): GeneratedCase {
  const dice = new Dice(seed);
  const temper: Temper = mode === 'rich' ? rich : rivals;
  const scale = dice.weighted([
    ['tiny', 25],
    ['small', 25],
    ['usual', 35],
    ['huge', 15],
  ] as const);
  const lines = someLines(dice, scale);
  const terrain = terrainOf(lines);
  const isBest = mode === 'rivals' || dice.chance(45);
  const facts = {
    ...dice.maybe(70, () => ({ customer: someCustomer(dice, terrain.subtotal) })),
    ...dice.maybe(60, () => ({ channel: dice.pick(channels) })),
    ...dice.maybe(25, () => ({ orderMode: dice.pick(orderModes) })),
    at: someInstant(dice),
    policy: somePolicy(dice, isBest ? 'best-for-customer' : 'priority'),
  };
  const count = mode === 'rich' ? dice.between(0, 7) : dice.between(5, 12);
  const promotions = Array.from({ length: count }, (_, at) =>
    somePromotion(dice, temper, terrain, facts, `p${at + 1}`),
  );
  return {
    kind: 'quote',
    id: `${mode}-${seed}`,
    lines,
    promotions: dice.shuffled(promotions),
    ...dice.maybe(55, () => ({ shipping: dice.pick([0, 1, 600, 1_000, 1_500]) })),
    ...facts,
  };
}

/** One seed, one case: of four, three are rich and one is of rivals. */
export function differentialCase(seed: number): GeneratedCase {
  return generateCase(seed, seed % 4 === 3 ? 'rivals' : 'rich');
}

function someCustomer(dice: Dice, subtotal: number): NonNullable<GoldenQuoteInput['customer']> {
  const orders = dice.chance(50)
    ? { orderNumber: dice.between(1, 3) }
    : { orders: { placed: dice.between(1, 3), ...dice.maybe(40, () => ({ cancelled: 1 })) } };
  return {
    ...dice.maybe(60, () => ({ tier: dice.pick(tiers) })),
    ...dice.maybe(60, () => ({ points: dice.between(0, Math.min(subtotal + 10, 1_000_000)) })),
    ...dice.maybe(80, () => orders),
  };
}
