/** Pieces or grams in the basket by what they may be: bought only, given only, or either but not both at once. */
export interface Stock {
  readonly buyOnly: number;
  readonly both: number;
  readonly giftOnly: number;
}

interface Bargain {
  readonly buys: number;
  readonly gives: number;
  readonly once: boolean;
  readonly partGift: boolean;
}

/** How much is free: whole gifts for as many bundles as fit, or also the part of a gift that is there. */
export function freeCount(stock: Stock, { buys, gives, once, partGift }: Bargain): number {
  const whole = wholeBundles(stock, buys, gives, once);
  const byWhole = whole * gives;
  if (!partGift || (once && whole === 1)) return byWhole;
  const bought = (whole + 1) * buys;
  if (bought > stock.buyOnly + stock.both) return byWhole;
  return Math.max(byWhole, Math.min((whole + 1) * gives, stock.giftOnly + leftOfBoth(stock, bought)));
}

/** The least more in the basket that lets one bundle fit. */
export function missingForOne({ buyOnly, both, giftOnly }: Stock, buys: number, gives: number): number {
  return Math.max(0, buys - buyOnly) + Math.max(0, gives - giftOnly) - both;
}

function wholeBundles(stock: Stock, buys: number, gives: number, once: boolean): number {
  const fits = (bundles: number) => missingForOne(stock, bundles * buys, bundles * gives) <= 0;
  if (once) return fits(1) ? 1 : 0;
  let low = 0;
  let high = Math.floor((stock.buyOnly + stock.both) / buys) + 1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** Of the goods that may be either, what is left to give when so much is bought. */
export function leftOfBoth({ buyOnly, both }: Stock, bought: number): number {
  return both - Math.max(0, bought - buyOnly);
}
