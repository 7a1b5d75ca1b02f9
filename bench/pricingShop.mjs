/**
 * A seeded shop for the pricing bench: the same seed gives the same offers and baskets on any machine.
 *
 * With n offers in force there are 4 products for 3 offers (with ten offers ten), in categories of 2 or 3. 2 offers are
 * store-wide (a spend ladder, free delivery), a fifth of the rest is for a category, the others for one product each, on
 * 3 of 5 products. So a basket of 5 products meets 7 offers, a few more or less, whether 10 or 10,000 are in force.
 */
export class Dice {
  constructor(seed) {
    this.seed = seed;
  }

  below(limit) {
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }

  pick(values) {
    return values[this.below(values.length)];
  }
}

const RATES = [500, 1000, 1500, 2000];

/** What an offer for one product may be, with its share of the mix. */
const FOR_PRODUCT = [
  ['percentage', (dice) => ({ percentOffBp: dice.pick(RATES) }), { level: 'line' }],
  ['percentage', (dice) => ({ percentOffBp: dice.pick(RATES) }), { level: 'line', audience: { tiers: ['gold'] } }],
  ['flash-sale', (dice) => ({ price: 300 + dice.below(500) }), {}],
  ['member-price', (dice) => ({ price: 500 + dice.below(400) }), { audience: { tiers: ['gold', 'silver'] } }],
  ['nth-item', (dice) => ({ nth: 2, percentOffBp: dice.pick([3000, 5000]) }), {}],
  ['buy-x-get-y', () => ({ buy: { quantity: 2 }, get: { quantity: 1, placement: 'in-basket' }, repeat: true }), {}],
  ['fixed-amount', (dice) => ({ amountOff: 50 + dice.below(150) }), { level: 'unit' }],
];

const FOR_CATEGORY = [
  ['percentage', (dice) => ({ percentOffBp: dice.pick(RATES) }), { level: 'line' }],
  [
    'spend-threshold',
    () => ({
      ladder: [
        { from: 3000, amountOff: 300 },
        { from: 6000, amountOff: 800 },
      ],
    }),
    {},
  ],
  ['nth-item', () => ({ nth: 3, percentOffBp: 5000 }), {}],
  ['quantity-group', () => ({ groupSize: 3, amountOffEach: 60 }), {}],
];

const STORE_WIDE = [
  [
    'spend-threshold',
    () => ({
      ladder: [
        { from: 5000, amountOff: 500 },
        { from: 10000, amountOff: 1500 },
      ],
    }),
    {},
  ],
  ['free-shipping', () => ({}), { when: { minAmount: 4900 } }],
];

export const MIX =
  'per product: 2/7 percentage, 1/7 each flash sale, member price, nth item, buy x get y, amount off; ' +
  'per category: 1/4 each percentage, spend ladder, nth item, quantity group; store-wide: spend ladder, free delivery';

export function offersInForce(count, seed = 1) {
  const dice = new Dice(seed);
  // The ladder of the whole basket comes after those of categories.
  const offers = STORE_WIDE.map((make, at) => ({
    ...offerOf(`store${at}`, make, { store: true }, dice),
    stacking: { priority: -1 },
  }));
  const ofCategory = Math.round((count - offers.length) / 5);
  const ofProduct = count - offers.length - ofCategory;
  for (let at = 0; at < ofCategory; at++) {
    const category = Math.floor((at * categoriesOf(count)) / ofCategory);
    offers.push(offerOf(`cat${at}`, dice.pick(FOR_CATEGORY), { categories: [`c${category}`] }, dice));
  }
  for (let at = 0; at < ofProduct; at++) {
    const product = Math.floor((at * productsOf(count)) / ofProduct);
    offers.push(offerOf(`sku${at}`, dice.pick(FOR_PRODUCT), { skus: [`s${product}`] }, dice));
  }
  return offers;
}

/** Offers that all touch every basket: store-wide ladders and percentages, rivals in groups. */
export function rivalsStoreWide(count, groups, seed = 1) {
  const dice = new Dice(seed);
  return Array.from({ length: count }, (_, at) => {
    const make =
      at % 2 === 0
        ? ['percentage', () => ({ percentOffBp: 10 + dice.below(90) }), {}]
        : [
            'spend-threshold',
            () => ({ ladder: [{ from: 2000 + dice.below(3000), amountOff: 10 + dice.below(60) }] }),
            {},
          ];
    return { ...offerOf(`r${at}`, make, { store: true }, dice), stacking: { group: `g${at % groups}` } };
  });
}

/** Offers that take each other's thresholds away, for the search alone. */
export function rivals(count, groups, seed = 1) {
  const dice = new Dice(seed);
  return Array.from({ length: count }, (_, at) => {
    const make = dice.pick([
      ['percentage', () => ({ percentOffBp: dice.pick(RATES) }), {}],
      ['percentage', () => ({ percentOffBp: dice.pick(RATES) }), { level: 'line' }],
      ['spend-threshold', () => ({ every: 3000 + dice.below(3000), amountOff: 400 + dice.below(600) }), {}],
      [
        'spend-threshold',
        () => ({ ladder: [{ from: 8000 + dice.below(4000), amountOff: 1000 + dice.below(1000) }] }),
        {},
      ],
      ['fixed-amount', () => ({ amountOff: 300 + dice.below(900) }), { when: { minAmount: 5000 + dice.below(6000) } }],
    ]);
    const group = groups > 0 ? { group: `g${at % groups}` } : {};
    return { ...offerOf(`r${at}`, make, { store: true }, dice), stacking: { priority: dice.below(3), ...group } };
  });
}

export function basketsOf(lines, offers, count = 200, seed = 2) {
  const dice = new Dice(seed);
  return Array.from({ length: count }, () => {
    const skus = new Set();
    while (skus.size < Math.min(lines, productsOf(offers))) skus.add(dice.below(productsOf(offers)));
    return {
      lines: [...skus].map((sku, at) => ({
        id: `l${at}`,
        sku: `s${sku}`,
        categories: [`c${sku % categoriesOf(offers)}`],
        tags: [],
        unitPrice: 600 + dice.below(1500),
        quantity: 1 + dice.below(4),
        ...(at % 3 === 0 && { floorPrice: 250 }),
      })),
      buyer: { tier: dice.pick(['gold', 'silver', 'new']), orderNumber: 2 },
      channel: 'app',
      orderMode: 'normal',
      delivery: 800,
      coupons: [],
    };
  });
}

function productsOf(offers) {
  return offers > 10 ? Math.floor((offers * 4) / 3) : offers;
}

function categoriesOf(offers) {
  return Math.floor(productsOf(offers) / 2.5);
}

function offerOf(id, [kind, benefit, more], scope, dice) {
  return { id, kind, ruleVersion: 1, benefit: benefit(dice), scope, ...more };
}
