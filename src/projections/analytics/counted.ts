import type { OrderedLine } from '../../domain/order/events.js';
import type { Order } from '../../domain/order/state.js';
import type { QuoteGiven } from '../../domain/quote/events.js';
import type { Counted, Dimension, Sums } from './measures.js';

/** Who a quote was for and how it came in, as of the quote; empty: nobody known, not said. */
export interface Buying {
  readonly tier: string;
  readonly channel: string;
}

/** A quote counts once under each promotion that applied, each SKU, and its tier and channel. */
export function quoteCounted({ request, amounts }: QuoteGiven, buying: Buying): readonly Counted[] {
  const skus = request.lines.filter(({ selected }) => selected !== false).map(({ sku }) => sku);
  return once({ quotes: 1 }, Object.keys(amounts.gave), skus, buying);
}

/** An order counts as often; what it is worth is summed where it was placed. */
export function orderCounted(
  event: 'placed' | 'paid' | 'cancelled',
  { ordered: { lines, gave } }: Order,
  buying: Buying,
): readonly Counted[] {
  const skus = lines.map(({ sku }) => sku);
  const counts = once({ [event]: 1 }, Object.keys(gave), skus, buying);
  return event === 'placed' ? [...counts, ...worth(lines, gave, buying)] : counts;
}

function once(
  sums: Partial<Sums>,
  promotions: readonly string[],
  skus: readonly string[],
  buying: Buying,
): readonly Counted[] {
  const of = (by: Dimension, subjects: readonly string[]) =>
    [...new Set(subjects)].map((subject) => ({ by, subject, sums }));
  return [
    ...of('promotion', promotions),
    ...of('sku', skus),
    ...of('tier', [buying.tier]),
    ...of('channel', [buying.channel]),
  ];
}

function worth(
  lines: readonly OrderedLine[],
  gave: Readonly<Record<string, number>>,
  { tier, channel }: Buying,
): readonly Counted[] {
  const given = Object.values(gave).reduce((sum, amount) => sum + amount, 0);
  const whole = lines.map((line) => ({ ...worthOf(line), discount: 0 }));
  return [
    ...lines.map((line): Counted => ({ by: 'sku', subject: line.sku, sums: worthOf(line) })),
    // A promotion is told with the lines it took part in; what it gave on delivery is no line's.
    ...Object.entries(gave).flatMap(([promotion, amount]): Counted[] => [
      { by: 'promotion', subject: promotion, sums: { discount: amount } },
      ...lines
        .filter(({ shares }) => Object.hasOwn(shares, promotion))
        .map((line): Counted => ({ by: 'promotion', subject: promotion, sums: { ...worthOf(line), discount: 0 } })),
    ]),
    ...whole.flatMap((sums): Counted[] => [
      { by: 'tier', subject: tier, sums },
      { by: 'channel', subject: channel, sums },
    ]),
    { by: 'tier', subject: tier, sums: { discount: given } },
    { by: 'channel', subject: channel, sums: { discount: given } },
  ];
}

function worthOf({ list, pay, quantity, grams }: OrderedLine): Partial<Sums> {
  return { list, discount: list - pay, pay, pieces: quantity ?? 0, grams: grams ?? 0 };
}
