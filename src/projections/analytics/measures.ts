/** What is counted and summed; columns of the table `analytics`, for ever. Amounts in fen. */
export const MEASURES = [
  /** Quotes given. */
  'quotes',
  /** Orders; those that were cancelled were placed too. */
  'placed',
  'paid',
  'cancelled',
  /** Of orders when they were placed: goods at list price, what was given on them, to pay for them, what was bought. */
  'list',
  'discount',
  'pay',
  'pieces',
  'grams',
] as const;
export type Measure = (typeof MEASURES)[number];
export type Sums = Readonly<Record<Measure, number>>;

export const DIMENSIONS = ['promotion', 'sku', 'tier', 'channel'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export const GRAINS = ['hour', 'day'] as const;
export type Grain = (typeof GRAINS)[number];

/** What one event adds under one heading; an empty subject: no tier, no channel. */
export interface Counted {
  readonly by: Dimension;
  readonly subject: string;
  readonly sums: Partial<Sums>;
}

export const NO_SUMS: Sums = Object.fromEntries(MEASURES.map((measure) => [measure, 0])) as unknown as Sums;
