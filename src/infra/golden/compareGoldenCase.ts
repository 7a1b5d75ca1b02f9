import { allocate } from '../../domain/kernel/allocate.js';
import { price } from '../../domain/pricing/price.js';
import type { Gift, Quote } from '../../domain/pricing/quote.js';
import type { GoldenCase, GoldenExpectation, GoldenGift, GoldenRefusal } from './goldenCase.js';
import { limitOfGoldenCase } from './limitOfGoldenCase.js';
import { readGoldenCase } from './readGoldenCase.js';
import { refundOfGoldenCase } from './refundOfGoldenCase.js';

export interface Difference {
  readonly what: string;
  readonly expected: unknown;
  readonly got: unknown;
}

/** Runs a case through the real engine and tells every difference; none means it passes. */
export function compareGoldenCase(golden: GoldenCase): Difference[] {
  switch (golden.kind) {
    case 'allocation':
      return compareAllocation(golden);
    case 'refund':
      return differences((golden.expect ?? {}) as Record<string, unknown>, { ...refundOfGoldenCase(golden) });
    case 'limit': {
      const { expected, got } = limitOfGoldenCase(golden);
      return differences(expected, got);
    }
    default:
      return compareQuote(golden);
  }
}

function compareAllocation(golden: GoldenCase): Difference[] {
  const { weights = [], amount = 0, expectAnyOrder, expectSum, expectError } = golden;
  const expect = golden.expect as readonly number[] | undefined;
  if (expectError !== undefined) {
    return differences({ error: expectError }, { error: weights.length === 0 ? 'no-targets' : undefined });
  }
  const parts = allocate(Math.abs(amount), weights).map((part) => (amount < 0 ? -part || 0 : part));
  const given = golden.clampToWeights ? parts.map((part, at) => Math.min(part, weights[at]!)) : parts;
  const sorted = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);
  return [
    ...(expect ? differences({ parts: expect }, { parts: given }) : []),
    ...(expectAnyOrder ? differences({ parts: sorted(expectAnyOrder) }, { parts: sorted(given) }) : []),
    ...(expectSum === undefined
      ? []
      : differences({ sum: expectSum }, { sum: given.reduce((sum, part) => sum + part, 0) })),
  ];
}

function compareQuote(golden: GoldenCase): Difference[] {
  const { basket, offers, facts, disabled } = readGoldenCase(golden);
  const expect = (golden.expect ?? {}) as GoldenExpectation;
  const quote = price(basket, offers, facts, { explain: 'all' });
  const got = gotOf(quote, golden, disabled);
  const found = differences(expectedOf(expect), got);
  if (expect.invariantUnder?.includes('line-order')) {
    const turned = price({ ...basket, lines: basket.lines.toReversed() }, offers.toReversed(), facts, {
      explain: 'all',
    });
    found.push(...differences({ 'under another order of lines': quote }, { 'under another order of lines': turned }));
  }
  return found;
}

/** What is expected, named as `gotOf` names what was got; complete lists are compared whole. */
function expectedOf(expect: GoldenExpectation): Record<string, unknown> {
  const { lineDiscounts, unitDiscounts, lineTotals, unitTotals, ungiven, notApplied, nextRung, ...whole } = expect;
  const { invariantUnder, discounts, gifts, ...rest } = whole;
  const named: Record<string, unknown> = { ...rest };
  if (discounts) named['discounts'] = withoutZeros(discounts);
  if (gifts) named['gifts'] = gifts.map(giftText).sort();
  for (const [field, values] of Object.entries({ lineTotals, unitTotals, ungiven })) {
    for (const [key, value] of Object.entries(values ?? {})) named[`${field} ${key}`] = value;
  }
  for (const [field, values] of Object.entries({ lineDiscounts, unitDiscounts })) {
    for (const [promotion, lines] of Object.entries(values ?? {})) {
      for (const [line, value] of Object.entries(lines)) named[`${field} ${promotion} ${line}`] = value;
    }
  }
  for (const refusal of notApplied ?? []) {
    named[`notApplied ${refusal.promotion}`] = refusal.reason;
    if (refusal.shortfall) named[`shortfall ${refusal.promotion}`] = refusal.shortfall;
  }
  for (const { promotion, shortfall } of nextRung ?? []) named[`nextRung ${promotion}`] = shortfall;
  return named;
}

function gotOf(quote: Quote, golden: GoldenCase, disabled: readonly string[]): Record<string, unknown> {
  const added = quote.gifts.filter((gift) => gift.sku !== undefined);
  const got: Record<string, unknown> = {
    total: quote.pay,
    itemsTotal: quote.goods,
    shippingTotal: quote.delivery,
    subtotal: quote.list,
    discounts: withoutZeros(Object.fromEntries(quote.applied.map(({ offer, amount }) => [offer, amount]))),
    gifts: quote.gifts.map((gift) => giftText(likeExpected(gift, golden))).sort(),
    subtotalWithGifts: quote.list + added.reduce((sum, { value }) => sum + (value ?? 0), 0),
    lineCount: quote.lines.length + added.length,
  };
  for (const line of quote.lines) {
    const pieces = golden.lines?.find(({ id }) => id === line.id)?.quantity ?? 1;
    got[`lineTotals ${line.id}`] = line.pay;
    got[`unitTotals ${line.id}`] = inPieces(line.pay, pieces);
    for (const { id } of golden.promotions ?? []) {
      got[`lineDiscounts ${id} ${line.id}`] = line.shares[id] ?? 0;
      got[`unitDiscounts ${id} ${line.id}`] = inPieces(line.shares[id] ?? 0, pieces);
    }
  }
  for (const { offer, ungiven, nextRung } of quote.applied) {
    got[`ungiven ${offer}`] = ungiven;
    got[`nextRung ${offer}`] = nextRung?.shortfall;
  }
  const refused: GoldenRefusal[] = [
    ...quote.refused.map(({ offer, ...refusal }) => ({ promotion: offer, ...(refusal as object) }) as GoldenRefusal),
    ...disabled.map((promotion) => ({ promotion, reason: 'disabled' })),
  ];
  for (const { promotion, reason, shortfall } of refused) {
    got[`notApplied ${promotion}`] = reason;
    got[`shortfall ${promotion}`] = shortfall;
  }
  return got;
}

function differences(
  expected: Readonly<Record<string, unknown>>,
  got: Readonly<Record<string, unknown>>,
): Difference[] {
  return Object.keys(expected)
    .filter((what) => JSON.stringify(sortedKeys(expected[what])) !== JSON.stringify(sortedKeys(got[what])))
    .map((what) => ({ what, expected: expected[what], got: got[what] }));
}

function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sortedKeys(inner)]),
  );
}

function withoutZeros(amounts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(amounts).filter(([, amount]) => amount !== 0));
}

// Which fen belongs to which piece: the larger parts first.
function inPieces(amount: number, pieces: number): number[] {
  return allocate(
    amount,
    Array.from({ length: pieces }, () => 1),
  );
}

function giftText(gift: GoldenGift): string {
  return JSON.stringify(sortedKeys(gift));
}

// Only the fields a case lists for a gift of that promotion are compared.
function likeExpected({ offer, ...gift }: Gift, golden: GoldenCase): GoldenGift {
  const expected =
    ((golden.expect ?? {}) as GoldenExpectation).gifts?.filter(({ promotion }) => promotion === offer) ?? [];
  const listed = new Set(expected.flatMap((of) => Object.keys(of)));
  const shown = Object.entries(gift).filter(([field]) => listed.size === 0 || listed.has(field));
  return { promotion: offer, ...Object.fromEntries(shown) };
}
