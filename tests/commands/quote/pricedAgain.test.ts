import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compiledOffers, type OfferInForce } from '../../../src/commands/offersInForce.js';
import { type QuoteSources, reckonQuote } from '../../../src/commands/quote/reckonQuote.js';
import { canonicalJson } from '../../../src/domain/kernel/canonicalJson.js';
import type { LocalTime } from '../../../src/domain/kernel/localTime.js';
import type { Product } from '../../../src/domain/product/state.js';
import type { QuoteFacts } from '../../../src/domain/quote/events.js';
import type { QuoteRequest } from '../../../src/domain/quote/request.js';
import type { GoldenCase, GoldenLine } from '../../../src/infra/golden/goldenCase.js';
import { readGoldenCase } from '../../../src/infra/golden/readGoldenCase.js';
import { generateCase } from '../../oracle/generate.js';

const AGES_AGO = '2000-01-01T00:00:00.000Z';

test('a quote priced again from its own recorded facts is identical', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), fc.constantFrom('rich' as const, 'rivals' as const), again),
    { numRuns: 300 },
  );
});

function again(seed: number, mode: 'rich' | 'rivals'): void {
  const golden = generateCase(seed, mode) as unknown as GoldenCase;
  const { basket, offers, facts } = readGoldenCase({ ...golden, lines: oneLineForEachSku(golden.lines ?? []) });
  const request: QuoteRequest = {
    lines: basket.lines.map(({ id, sku, quantity, grams, pieces, selected }) => ({
      id,
      sku,
      ...(quantity !== undefined && { quantity }),
      ...(grams !== undefined && { grams }),
      ...(pieces !== undefined && { pieces }),
      ...(selected !== undefined && { selected }),
    })),
    ...(basket.buyer.tier !== undefined && { customer: 'c1' }),
    ...(basket.buyer.points !== undefined && { points: basket.buyer.points }),
    ...(basket.channel && { channel: basket.channel }),
    orderMode: basket.orderMode,
    delivery: basket.delivery,
    coupons: basket.coupons,
  };
  const products = new Map(basket.lines.map((line) => [line.sku, productOf(line)]));
  const world: World = {
    offers: offers.map(({ id, ruleVersion: _, ...terms }, at) => ({ id, revision: at, terms: { name: id, ...terms } })),
    product: (sku) => products.get(sku),
    tier: basket.buyer.tier ?? null,
    local: facts.local,
  };
  const { quote, used: recorded } = reckonQuote(request, sourcesOf(world, facts.policies), facts.at);
  const { quote: repriced, used: sameFacts } = reckonQuote(request, recordedSources(world, recorded), facts.at);
  expect(canonicalJson(repriced)).toBe(canonicalJson(quote));
  expect(canonicalJson(sameFacts)).toBe(canonicalJson(recorded));
}

interface World {
  readonly offers: readonly OfferInForce[];
  readonly product: (sku: string) => Product | undefined;
  readonly tier: string | null;
  readonly local: Readonly<Record<string, LocalTime>>;
}

function sourcesOf({ offers, product, tier, local }: World, policies: QuoteSources['policies']): QuoteSources {
  return {
    offers: compiledOffers(offers),
    product: (sku) => {
      const state = product(sku);
      return state && { revision: 3, state };
    },
    customer: () => ({ revision: 1, state: { registered: true, tier: [{ from: AGES_AGO, value: tier }] } }),
    policies,
    localTimeIn: (zone) => local[zone]!,
    orders: () => undefined,
    remaining: () => undefined,
  };
}

/** Only what the quote wrote down: the offers it names, the local times it names, its policies and rule versions. */
function recordedSources(world: World, recorded: QuoteFacts): QuoteSources {
  const offers = world.offers.filter(({ id, revision }) => recorded.promotions[id] === revision).toReversed();
  return {
    ...sourcesOf({ ...world, offers, local: recorded.local }, recorded.policies as QuoteSources['policies']),
    offers: compiledOffers(offers, (kind) => recorded.rules[kind]!),
  };
}

function oneLineForEachSku(lines: readonly GoldenLine[]): GoldenLine[] {
  return lines.filter((line, at) => lines.findIndex(({ sku }) => sku === line.sku) === at);
}

function productOf(line: ReturnType<typeof readGoldenCase>['basket']['lines'][number]): Product {
  const { sku, unitPrice, originalPrice, floorPrice, categories, tags, grams } = line;
  const always = <T>(value: T) => [{ from: AGES_AGO, value }];
  return {
    name: sku,
    soldBy: grams === undefined ? 'piece' : 'weight',
    listed: always(true),
    price: always({ unitPrice, ...(originalPrice !== undefined && { originalPrice }) }),
    floor: always(floorPrice ?? null),
    groups: always({ categories, tags }),
  };
}
