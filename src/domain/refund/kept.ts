import { mulDiv } from '../kernel/mulDiv.js';
import { own } from '../kernel/own.js';
import type { Basket, PricedLine } from '../pricing/basket.js';
import type { Gift } from '../pricing/quote.js';
import type { Bought, Gone } from './bought.js';

/** Pieces, or grams of a weighed line: as weighed if it was weighed again, else as ordered. */
export function sizeOf(line: PricedLine, { weighed }: Gone): number {
  return own(weighed, line.id) ?? line.grams ?? line.quantity ?? 0;
}

/** Pieces or grams of an added gift. */
export function giftSize({ quantity, grams }: Gift): number {
  return grams ?? quantity ?? 0;
}

/** Gifts that were added to the basket; those that lie in it return as lines. */
export function addedGifts({ paid }: Bought): readonly Gift[] {
  return paid.gifts.filter(({ sku }) => sku !== undefined);
}

/** The basket as the customer keeps it, in weighed weights. */
export function keptBasket({ basket }: Bought, gone: Gone): Basket {
  return { ...basket, lines: basket.lines.flatMap((line) => keptLine(line, gone)) };
}

/** The same in ordered weights: of a line that is kept at all, what was ordered less what returned. */
export function keptAsOrdered(bought: Bought, gone: Gone): Basket {
  const ordered = new Map(bought.basket.lines.map(({ id, grams }) => [id, grams]));
  const asOrdered = (line: PricedLine): PricedLine => {
    if (line.grams === undefined || own(gone.weighed, line.id) === undefined) return line;
    return { ...line, grams: Math.max(1, ordered.get(line.id)! - (own(gone.lines, line.id) ?? 0)) };
  };
  const kept = keptBasket(bought, gone);
  return { ...kept, lines: kept.lines.map(asOrdered) };
}

/** Whether nothing of the purchase is left with the customer, gifts included. */
export function allReturned(bought: Bought, gone: Gone): boolean {
  return (
    keptBasket(bought, gone).lines.every(({ selected }) => selected === false) &&
    addedGifts(bought).every((gift) => (own(gone.gifts, gift.offer) ?? 0) >= giftSize(gift))
  );
}

// Pieces that were weighed together go back in proportion, but what is left is at least one.
function keptLine(line: PricedLine, gone: Gone): PricedLine[] {
  const size = sizeOf(line, gone);
  const left = size - (own(gone.lines, line.id) ?? 0);
  if (left <= 0) return [];
  if (line.grams === undefined) return [{ ...line, quantity: left }];
  const pieces = line.pieces && left < size ? Math.max(1, mulDiv(line.pieces, left, size)) : line.pieces;
  return [{ ...line, grams: left, ...(pieces !== undefined && { pieces }) }];
}
