import { compareIds } from '../kernel/ids.js';
import type { Fen } from '../kernel/money.js';
import { mulDiv } from '../kernel/mulDiv.js';
import { sortInPlace } from '../kernel/sortInPlace.js';
import { type Grams, JIN } from '../kernel/weight.js';
import type { Basket, PricedLine } from './basket.js';

/** A line of the purchase as calculations read it. */
export interface Line {
  /** Position in the order of lines; running prices are kept by it. */
  readonly at: number;
  readonly id: string;
  readonly sku: string;
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  readonly unitPrice: Fen;
  readonly originalPrice: Fen | undefined;
  readonly list: Fen;
  /** The smaller of list amount and floor amount: no offer takes the line below it. */
  readonly floor: Fen;
  readonly weighed: boolean;
  /** What the amount is for: pieces, or grams of a weighed line. */
  readonly size: number;
  /** Pieces one can count; 0 for loose weight. */
  readonly pieces: number;
  readonly grams: Grams;
}

/** What is really bought: the selected lines, in the order that decides every tie. */
export interface Purchase {
  readonly lines: readonly Line[];
  readonly list: Fen;
}

export function purchaseOf(basket: Basket): Purchase {
  const selected = basket.lines.filter((line) => line.selected !== false);
  const lines = sortInPlace(selected, byId).map(lineOf);
  let list = 0;
  for (const line of lines) list += line.list;
  return { lines, list };
}

function byId(a: PricedLine, b: PricedLine): number {
  return compareIds(a.id, b.id);
}

/** What `size` pieces or grams cost at a unit price; weight is rounded once, half up. */
export function amountFor(unitPrice: Fen, size: number, weighed: boolean): Fen {
  return weighed ? mulDiv(unitPrice, size, JIN) : unitPrice * size;
}

function lineOf(line: PricedLine, at: number): Line {
  const weighed = line.grams !== undefined;
  const size = line.grams ?? line.quantity ?? 0;
  const list = amountFor(line.unitPrice, size, weighed);
  return {
    at,
    id: line.id,
    sku: line.sku,
    categories: line.categories,
    tags: line.tags,
    unitPrice: line.unitPrice,
    originalPrice: line.originalPrice,
    list,
    floor: line.floorPrice === undefined ? 0 : Math.min(list, amountFor(line.floorPrice, size, weighed)),
    weighed,
    size,
    pieces: weighed ? (line.pieces ?? 0) : size,
    grams: line.grams ?? 0,
  };
}
