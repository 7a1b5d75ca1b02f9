import { MAX_BASKET_AMOUNT } from '../kernel/money.js';
import { mulDiv } from '../kernel/mulDiv.js';
import { Rejection } from '../kernel/rejection.js';
import { JIN } from '../kernel/weight.js';
import type { Basket, Buyer, PricedLine } from '../pricing/basket.js';
import type { Fault } from '../pricing/kind.js';
import type { ProductAt } from '../product/state.js';
import type { QuoteRequest, RequestedLine } from './request.js';

/** What the catalogue and the member list know, as of the quote. */
export interface Known {
  readonly product: (sku: string) => ProductAt | undefined;
  readonly tier: string | null;
  /** Orders of the customer so far, for a request that does not say. */
  readonly orders?: { readonly placed: number; readonly cancelled?: number } | undefined;
}

/**
 * The basket to price: the request with prices, floors and groups from the catalogue.
 * @throws Rejection BASKET_INVALID with every fault and where it is.
 */
export function basketOf(request: QuoteRequest, known: Known): Basket {
  const faults: Fault[] = [];
  const seen = new Set<string>();
  const lines = request.lines.flatMap((line, index) => {
    const product = known.product(line.sku);
    const found = lineFaults(line, `/lines/${index}`, product, seen);
    faults.push(...found);
    seen.add(line.id);
    return product && found.length === 0 ? [pricedLine(line, product)] : [];
  });
  const list = lines.reduce((sum, line) => sum + listAmount(line), 0);
  if (list > MAX_BASKET_AMOUNT) {
    faults.push({
      pointer: '/lines',
      code: 'BASKET_TOO_LARGE',
      message: `The goods cost ${list} fen; a basket may cost ${MAX_BASKET_AMOUNT}.`,
    });
  }
  if (faults.length > 0) {
    throw new Rejection('BASKET_INVALID', `The basket cannot be priced: ${faults.length} fault(s), see errors.`, {
      errors: faults,
    });
  }
  return {
    lines,
    buyer: buyerOf(request, known),
    ...(request.channel && { channel: request.channel }),
    orderMode: request.orderMode ?? 'normal',
    delivery: request.delivery ?? 0,
    coupons: request.coupons ?? [],
  };
}

/** List amount of a line in fen; for weight rounded half up once. */
export function listAmount(line: PricedLine): number {
  return line.grams === undefined ? line.unitPrice * (line.quantity ?? 0) : mulDiv(line.unitPrice, line.grams, JIN);
}

function lineFaults(line: RequestedLine, at: string, product: ProductAt | undefined, seen: Set<string>): Fault[] {
  const faults: Fault[] = [];
  if (seen.has(line.id)) {
    faults.push({ pointer: `${at}/id`, code: 'LINE_ID_TAKEN', message: `Two lines have the id ${line.id}.` });
  }
  if (!product) {
    faults.push({ pointer: `${at}/sku`, code: 'UNKNOWN_SKU', message: `There is no product ${line.sku}.` });
  } else if (!product.listed) {
    faults.push({ pointer: `${at}/sku`, code: 'PRODUCT_DELISTED', message: `${line.sku} is not for sale.` });
  } else if (product.soldBy === 'piece' && line.quantity === undefined) {
    faults.push({ pointer: at, code: 'SOLD_BY_PIECE', message: `${line.sku} is sold by the piece: give quantity.` });
  } else if (product.soldBy === 'weight' && line.grams === undefined) {
    faults.push({ pointer: at, code: 'SOLD_BY_WEIGHT', message: `${line.sku} is sold by weight: give grams.` });
  }
  return faults;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

// Every line of every quote comes by here: what is spread costs five times as much.
function pricedLine({ id, sku, quantity, grams, pieces, selected }: RequestedLine, product: ProductAt): PricedLine {
  const { unitPrice, originalPrice, floorPrice, categories, tags } = product;
  const line: Writable<PricedLine> = { id, sku, unitPrice, categories, tags };
  if (quantity !== undefined) line.quantity = quantity;
  if (grams !== undefined) line.grams = grams;
  if (pieces !== undefined) line.pieces = pieces;
  if (selected !== undefined) line.selected = selected;
  if (originalPrice !== undefined) line.originalPrice = originalPrice;
  if (floorPrice !== null) line.floorPrice = floorPrice;
  return line;
}

function buyerOf(request: QuoteRequest, { tier, orders: known }: Known): Buyer {
  const { orders = known, points } = request;
  return {
    ...(tier !== null && { tier }),
    ...(orders && { orderNumber: orders.placed - (orders.cancelled ?? 0) + 1 }),
    ...(points !== undefined && { points }),
  };
}
