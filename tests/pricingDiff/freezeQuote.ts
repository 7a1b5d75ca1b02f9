import { createHash } from 'node:crypto';
import { reckonQuote } from '../../src/commands/quote/reckonQuote.js';
import { recordedSources } from '../../src/commands/quote/recordedSources.js';
import { recordOfReckoned } from '../../src/commands/quote/recordOfReckoned.js';
import { canonicalJson } from '../../src/domain/kernel/canonicalJson.js';
import type { PricedLine } from '../../src/domain/pricing/basket.js';
import type { Remaining } from '../../src/domain/pricing/facts.js';
import type { Limits } from '../../src/domain/pricing/limits.js';
import type { QuoteFacts, QuoteGiven } from '../../src/domain/quote/events.js';
import type { QuoteRequest } from '../../src/domain/quote/request.js';
import type { GoldenCase } from '../../src/infra/golden/goldenCase.js';
import { type PricingCase, readGoldenCase } from '../../src/infra/golden/readGoldenCase.js';
import { MemoryEventStore } from '../../src/infra/memory/memoryEventStore.js';
import { Dice } from '../oracle/generate/dice.js';
import { differentialCase } from '../oracle/generate.js';
import { CUSTOMER, type FrozenQuote, writeFacts } from './frozenQuote.js';

/** So many of a hundred offers have only so much left. */
const LIMITED_PERCENT = 8;

/** The quote of a seed, priced and recorded by the engine of today; undefined where a shop cannot hold the case. */
export async function freezeQuote(seed: number): Promise<FrozenQuote | undefined> {
  const pricing = readGoldenCase({ title: '', ...differentialCase(seed) } as unknown as GoldenCase);
  const products = productsOf(pricing.basket.lines);
  if (!products) return undefined;
  const id = `s${seed}`;
  const { tier } = pricing.basket.buyer;
  const limited = limitedOffers(pricing, new Dice(seed));
  const promotions = Object.fromEntries(
    pricing.offers.map(({ id: offer, ruleVersion: _, ...terms }) => {
      const limits = limited.get(offer)?.limits;
      return [offer, { name: offer, ...terms, ...(limits && { limits }) }];
    }),
  );
  const facts = { id, products, ...(tier !== undefined && { tier }), promotions };
  const store = new MemoryEventStore();
  await writeFacts(store, facts);
  const { request, at } = requestOf(pricing);
  const all = { at, request, facts: allFacts(pricing, products, limited) } as QuoteGiven;
  const reckoned = reckonQuote(request, await recordedSources(store, id, all), at);
  const given = recordOfReckoned({ sha256 }, request, reckoned, at);
  await store.close();
  return { ...facts, given };
}

/** Undefined: two lines price one SKU otherwise, which a catalogue cannot. */
function productsOf(lines: readonly PricedLine[]): FrozenQuote['products'] | undefined {
  const products: Record<string, FrozenQuote['products'][string]> = {};
  for (const { sku, unitPrice, originalPrice, floorPrice, categories, tags, grams } of lines) {
    const events = [
      { type: 'product-listed', data: { name: sku, soldBy: grams === undefined ? 'piece' : 'weight' } },
      { type: 'product-repriced', data: { unitPrice, ...(originalPrice !== undefined && { originalPrice }) } },
      { type: 'product-floor-set', data: { floorPrice: floorPrice ?? null } },
      { type: 'product-categorised', data: { categories, tags } },
    ];
    if (products[sku] && canonicalJson(products[sku]) !== canonicalJson(events)) return undefined;
    products[sku] = events;
  }
  return products;
}

function requestOf({ basket, facts }: PricingCase): { request: QuoteRequest; at: string } {
  const { lines, buyer, channel, orderMode, delivery, coupons } = basket;
  const request: QuoteRequest = {
    lines: lines.map(({ id, sku, quantity, grams, pieces, selected }) => ({
      id,
      sku,
      ...(quantity !== undefined && { quantity }),
      ...(grams !== undefined && { grams }),
      ...(pieces !== undefined && { pieces }),
      ...(selected !== undefined && { selected }),
    })),
    ...(buyer.tier !== undefined && { customer: CUSTOMER }),
    ...(buyer.orderNumber !== undefined && { orders: { placed: buyer.orderNumber - 1 } }),
    ...(buyer.points !== undefined && { points: buyer.points }),
    ...(channel !== undefined && { channel }),
    orderMode,
    delivery,
    coupons,
  };
  return { request, at: facts.at };
}

interface Limited {
  readonly limits: Limits;
  readonly remaining: Remaining;
}

function limitedOffers({ offers }: PricingCase, dice: Dice): ReadonlyMap<string, Limited> {
  return new Map(offers.filter(() => dice.chance(LIMITED_PERCENT)).map(({ id, kind }) => [id, someLimit(dice, kind)]));
}

function someLimit(dice: Dice, kind: string): Limited {
  const sold = ['flash-sale', 'member-price', 'fixed-price'].includes(kind);
  const budget = dice.pick([0, 300, 1_500, 5_000]);
  const few = dice.between(0, 4);
  return dice.pick([
    { limits: { budget: 9_000 }, remaining: { budget } },
    sold
      ? { limits: { stock: 1_000 }, remaining: { stock: few } }
      : { limits: { maxUses: 9 }, remaining: { uses: few } },
    { limits: { perCustomer: 2 }, remaining: { customerUses: dice.between(0, 2) } },
  ]);
}

/** Facts that name every offer; the record names those that touched the basket. */
function allFacts(
  { basket, offers, facts }: PricingCase,
  products: object,
  limited: ReadonlyMap<string, Limited>,
): QuoteFacts {
  const remaining = Object.fromEntries([...limited].map(([id, { remaining }]) => [id, remaining]));
  return {
    products: Object.fromEntries(Object.keys(products).map((sku) => [sku, 3])),
    promotions: Object.fromEntries(offers.map(({ id }) => [id, 1])),
    ...(basket.buyer.tier !== undefined && { customer: 1 }),
    ...(limited.size > 0 && { remaining }),
    local: facts.local,
    policies: facts.policies,
    rules: Object.fromEntries(offers.map(({ kind, ruleVersion }) => [kind, ruleVersion])),
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
