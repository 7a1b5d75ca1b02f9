import { isDeepStrictEqual } from 'node:util';
import { price } from '../../src/domain/pricing/price.js';
import type { GoldenCase } from '../../src/infra/golden/goldenCase.js';
import { readGoldenCase } from '../../src/infra/golden/readGoldenCase.js';
import type { GeneratedCase } from './generate.js';
import { oraclePrice } from './oraclePrice.js';
import type { OracleResult } from './oracleResult.js';

/** A case small enough for a brute force is small enough to be searched to the end. */
const WHOLE_SEARCH = Number.MAX_SAFE_INTEGER;

export interface Difference {
  readonly what: keyof OracleResult | 'proven';
  readonly engine: unknown;
  readonly oracle: unknown;
}

/** Prices a case by the engine and by the oracle, and tells all in which they differ: first money, then reasons. */
export function differences(input: GeneratedCase): Difference[] {
  const { proven, ...engine } = enginePrice(input);
  const oracle = comparable(oraclePrice(input));
  const found = FIELDS.filter((what) => !isDeepStrictEqual(engine[what], oracle[what])).map((what) => ({
    what,
    engine: engine[what],
    oracle: oracle[what],
  }));
  return proven ? found : [...found, { what: 'proven', engine: false, oracle: true }];
}

const FIELDS = [
  'total',
  'itemsTotal',
  'shippingTotal',
  'subtotal',
  'lineTotals',
  'applied',
  'discounts',
  'lineDiscounts',
  'ungiven',
  'gifts',
  'subtotalWithGifts',
  'lineCount',
  'notApplied',
  'nextRung',
] as const satisfies readonly (keyof OracleResult)[];

type Comparable = Readonly<Record<(typeof FIELDS)[number], unknown>>;

/** Lists whose order says nothing are put in one. */
function comparable(result: OracleResult): Comparable {
  return {
    ...result,
    gifts: result.gifts.map(inKeyOrder).sort(),
    notApplied: result.notApplied.map(inKeyOrder).sort(),
    nextRung: result.nextRung.map(inKeyOrder).sort(),
  };
}

function inKeyOrder(of: object): string {
  return JSON.stringify(Object.fromEntries(Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** The engine's answer in the oracle's words. */
function enginePrice(input: GeneratedCase): Comparable & { readonly proven: boolean } {
  const { basket, offers, facts, disabled } = readGoldenCase(inGoldenWords(input));
  const quote = price(basket, offers, facts, { explain: 'all', nodeBudget: WHOLE_SEARCH });
  const added = quote.gifts.filter(({ sku }) => sku !== undefined);
  const refused = quote.refused.map(({ offer, reason, shortfall }) => ({
    promotion: offer,
    reason,
    ...(shortfall && { shortfall: { ...shortfall } }),
  }));
  return {
    proven: quote.proven,
    ...comparable({
      total: quote.pay,
      itemsTotal: quote.goods,
      shippingTotal: quote.delivery,
      subtotal: quote.list,
      lineTotals: Object.fromEntries(quote.lines.map(({ id, pay }) => [id, pay])),
      applied: quote.applied.map(({ offer }) => offer),
      discounts: positive(quote.applied.map(({ offer, amount }) => [offer, amount])),
      lineDiscounts: Object.fromEntries(
        quote.applied
          .filter(({ amount }) => amount > 0)
          .map(({ offer }) => [offer, positive(quote.lines.map(({ id, shares }) => [id, shares[offer] ?? 0]))]),
      ),
      ungiven: positive(quote.applied.map(({ offer, ungiven }) => [offer, ungiven])),
      gifts: quote.gifts.map(({ offer, ...gift }) => ({ promotion: offer, ...gift })),
      subtotalWithGifts: quote.list + added.reduce((sum, { value }) => sum + (value ?? 0), 0),
      lineCount: quote.lines.length + added.length,
      notApplied: [...refused, ...disabled.map((promotion) => ({ promotion, reason: 'disabled' as const }))] as never,
      nextRung: quote.applied.flatMap(({ offer, nextRung }) =>
        nextRung ? [{ promotion: offer, shortfall: nextRung.shortfall }] : [],
      ),
    }),
  };
}

function positive(entries: readonly (readonly [string, number])[]): Record<string, number> {
  return Object.fromEntries(entries.filter(([, amount]) => amount > 0));
}

/** The oracle's generator writes the golden vocabulary; the two readers only type it differently. */
function inGoldenWords(input: GeneratedCase): GoldenCase {
  return { title: input.id, ...input } as unknown as GoldenCase;
}
