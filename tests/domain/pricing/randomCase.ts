import type { Basket, PricedLine } from '../../../src/domain/pricing/basket.js';
import type { PricingFacts, Remaining } from '../../../src/domain/pricing/facts.js';
import type { Offer, Scope } from '../../../src/domain/pricing/offer.js';
import { DEFAULT_POLICIES, type Policies } from '../../../src/domain/pricing/policies.js';

export interface RandomCase {
  readonly basket: Basket;
  readonly offers: readonly Offer[];
  readonly facts: PricingFacts;
}

export interface Sizes {
  readonly lines: number;
  readonly offers: number;
  readonly groups: number;
}

/** A seeded source of small integers (mulberry32): the same seed gives the same case for ever. */
export class Dice {
  constructor(private seed: number) {}

  below(limit: number): number {
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }

  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)]!;
  }
}

const CATEGORIES = ['apple', 'citrus', 'berry'] as const;

/** A basket and offers that get in each other's way: thresholds that others take away, groups, floors, ladders. */
export function randomCase(seed: number, sizes: Sizes, policies: Partial<Policies> = {}): RandomCase {
  const dice = new Dice(seed);
  const lines = Array.from({ length: dice.between(1, sizes.lines) }, (_, at) => randomLine(dice, at));
  const offers = Array.from({ length: dice.between(1, sizes.offers) }, (_, at) => randomOffer(dice, at, sizes));
  return {
    basket: {
      lines,
      buyer: dice.chance(60) ? { points: dice.between(0, 800), orderNumber: dice.between(1, 3), tier: 'gold' } : {},
      orderMode: 'normal',
      delivery: dice.pick([0, 600, 1000]),
      coupons: offers.filter(({ coupon }) => coupon && dice.chance(80)).map(({ id }) => id),
    },
    offers,
    facts: {
      at: '2026-11-22T12:00:00.000Z',
      local: {},
      policies: { ...DEFAULT_POLICIES, ...randomPolicies(dice), ...policies },
      remaining: Object.fromEntries(offers.filter(() => dice.chance(8)).map(({ id }) => [id, randomRemaining(dice)])),
    },
  };
}

function randomPolicies(dice: Dice): Partial<Policies> {
  const or = <T>(usual: T, other: T, percent = 15): T => (dice.chance(percent) ? other : usual);
  return {
    percentBase: or('running', 'original'),
    thresholdBase: or('running', 'original'),
    productBase: or('currentPrice', 'originalPrice'),
    giftChoice: or('cheapest', 'dearest', 30),
    partGift: or(false, true, 30),
    partUnits: or('whole', 'prorate', 30),
    ...(dice.chance(15) && { greatestDiscountBp: dice.pick([1000, 2500, 5000]) }),
  };
}

function randomRemaining(dice: Dice): Remaining {
  return dice.pick([
    { stock: dice.below(4) },
    { uses: dice.below(2) },
    { customerUses: dice.below(2) },
    { budget: dice.pick([0, 300, 1500, 5000]) },
  ]);
}

function randomLine(dice: Dice, at: number): PricedLine {
  const unitPrice = dice.pick([100, 333, 500, 999, 1280, 1999, 2500, 4800, 9900]);
  const weighed = dice.chance(25);
  return {
    id: `l${at}`,
    sku: `S${dice.below(6)}`,
    categories: [dice.pick(CATEGORIES)],
    tags: dice.chance(15) ? ['plain'] : [],
    unitPrice,
    ...(weighed ? { grams: dice.between(100, 3000) } : { quantity: dice.between(1, 5) }),
    ...(weighed && dice.chance(40) && { pieces: dice.between(1, 4) }),
    ...(dice.chance(35) && { floorPrice: Math.floor((unitPrice * dice.between(30, 105)) / 100) }),
    ...(dice.chance(20) && { originalPrice: Math.floor(unitPrice * 1.25) }),
    ...(dice.chance(5) && { selected: false }),
  };
}

function randomScope(dice: Dice): Scope {
  const except = dice.chance(10) ? { except: { tags: ['plain'] } } : {};
  if (dice.chance(45)) return { store: true, ...except };
  if (dice.chance(60)) return { categories: [dice.pick(CATEGORIES)], ...except };
  return { skus: [`S${dice.below(6)}`, `S${dice.below(6)}`], ...except };
}

function randomOffer(dice: Dice, at: number, { groups }: Sizes): Offer {
  const [kind, benefit, level] = randomBenefit(dice);
  return {
    id: `p${at}`,
    kind,
    ruleVersion: 1,
    benefit,
    scope: randomScope(dice),
    ...(level && { level }),
    ...(dice.chance(25) && { when: randomConditions(dice) }),
    stacking: {
      ...(dice.chance(50) && { lane: dice.pick([10, 20, 30]) }),
      priority: dice.below(4),
      ...(dice.chance(8) && { exclusive: dice.chance(50) ? ('order' as const) : ('line' as const) }),
      ...(dice.chance(8) && { stopAfter: true }),
      ...(groups > 0 && dice.chance(60) && { group: `g${dice.below(groups)}` }),
    },
    ...(dice.chance(20) && { cap: dice.pick([100, 500, 1500]) }),
    ...(dice.chance(15) && { coupon: true }),
    ...(dice.chance(10) && { alsoGives: { points: dice.between(1, 50) } }),
  };
}

function randomConditions(dice: Dice) {
  return dice.pick([
    { minAmount: dice.pick([1000, 3000, 8000]) },
    { amountOver: dice.pick([999, 5000]) },
    { minQuantity: dice.between(1, 6) },
    { minGrams: dice.between(200, 2500) },
  ]);
}

function randomBenefit(dice: Dice): readonly [string, unknown, Offer['level']?] {
  const rate = () => dice.pick([500, 1000, 1500, 2000, 3333, 5000]);
  const off = () => dice.pick([50, 199, 500, 1000, 2000, 3000]);
  const make = dice.pick<() => readonly [string, unknown, Offer['level']?]>([
    () => ['spend-threshold', { ladder: risingLadder(dice), ...(dice.chance(50) && { repeat: 'greedy' }) }],
    () => [
      'spend-threshold',
      { every: dice.pick([2000, 5000]), amountOff: off(), ...(dice.chance(40) && { maxRepeats: 2 }) },
    ],
    () => ['fixed-amount', { amountOff: off() }, dice.pick(['order', 'line', 'unit'])],
    () => [
      'percentage',
      { percentOffBp: rate(), ...(dice.chance(25) && { maxUnits: dice.between(1, 3) }) },
      dice.pick(['order', 'line', 'unit']),
    ],
    () => [
      'percentage',
      {
        ladder: [
          { fromQuantity: 2, percentOffBp: 500 },
          { fromQuantity: 5, percentOffBp: rate() + 500 },
        ],
      },
    ],
    () => ['nth-item', { nth: dice.between(2, 3), percentOffBp: rate(), ...(dice.chance(30) && { unitGrams: 500 }) }],
    () => ['flash-sale', priceBenefit(dice)],
    () => ['member-price', priceBenefit(dice)],
    () => ['fixed-price', priceBenefit(dice)],
    () => ['quantity-group', { groupSize: dice.between(2, 4), amountOffEach: dice.pick([50, 300]) }],
    () => ['unit-ladder', { firstOff: dice.pick([0, 113]), furtherOff: 211, ...(dice.chance(30) && { maxUnits: 2 }) }],
    () => ['buy-x-get-y', giftBenefit(dice)],
    () => ['points', { fenPerPoint: dice.pick([1, 3, 10]), ...(dice.chance(30) && { maxPoints: 100 }) }],
    () => ['free-shipping', {}],
  ]);
  return make();
}

function risingLadder(dice: Dice) {
  const from = dice.pick([1000, 2000, 5000]);
  const amountOff = dice.pick([100, 300, 900]);
  return [
    { from, amountOff },
    { from: Math.floor(from * 1.5), amountOff: amountOff + dice.pick([1, 100, 800]) },
    { from: from * 3, amountOff: amountOff + 1000 },
  ].slice(0, dice.between(1, 3));
}

function priceBenefit(dice: Dice) {
  const limit = dice.pick([undefined, undefined, { quantity: dice.between(1, 3) }, { grams: dice.between(100, 1500) }]);
  return { price: dice.pick([0, 90, 300, 800, 1500, 4000]), ...(limit && { limit }) };
}

function giftBenefit(dice: Dice) {
  if (dice.chance(20)) {
    const ladder = [
      { buy: 1, get: 1 },
      { buy: 4, get: 2 },
    ];
    return {
      ladder,
      placement: dice.pick(['added', 'in-basket']),
      unitPrice: 150,
      ...(dice.chance(50) && { repeat: 'greedy' }),
    };
  }
  const size = () => (dice.chance(25) ? { grams: dice.pick([250, 500]) } : { quantity: dice.between(1, 3) });
  const placed = dice.pick([
    { placement: 'in-basket' },
    { placement: 'in-basket', scope: { categories: [dice.pick(CATEGORIES)] } },
    { placement: 'added', sku: 'GIFT', unitPrice: dice.pick([0, 400]) },
  ]);
  return {
    buy: size(),
    get: { ...size(), ...placed },
    repeat: dice.chance(60),
    ...(dice.chance(25) && { maxFree: dice.between(1, 4) }),
  };
}
