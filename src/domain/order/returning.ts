import { own } from '../kernel/own.js';
import { Rejection } from '../kernel/rejection.js';
import { type Grams, MAX_LINE_GRAMS } from '../kernel/weight.js';
import type { PricedLine } from '../pricing/basket.js';
import type { Bought, Gone } from '../refund/bought.js';
import { addedGifts, giftSize, sizeOf } from '../refund/kept.js';
import { netPrice } from '../refund/netPrice.js';
import { couponsBack, paidBack } from '../refund/paidBack.js';
import { settle } from '../refund/settle.js';
import type { OrderEvent, ReturnedGift, ReturnedLine } from './events.js';
import { refuseBusy, refuseOver } from './refusals.js';
import { contentOf, goneAfter, type Returning } from './returned.js';
import { compensatedOf, type Order } from './state.js';

type Decided = readonly OrderEvent[];

/** Weighed twice what was ordered: somebody read the scales wrong. */
const MOST_OF_ORDERED = 2;

/**
 * Takes lines and gifts back and says what is paid back for them, under the policy of the purchase.
 * @throws Rejection ORDER_UNKNOWN, ORDER_BUSY, ORDER_OVER, NOT_PAID, RETURN_EXISTS, LINE_UNKNOWN, GIFT_UNKNOWN,
 *   RETURN_TOO_MUCH, ALREADY_RETURNED, WEIGHT_INVALID, SOLD_BY_PIECE, SOLD_BY_WEIGHT, NOTHING_RETURNED.
 */
export function returnLines(state: Order, id: string, returning: Returning, bought: Bought): Decided {
  const known = own(state.returns, id);
  if (known === contentOf(returning)) return [];
  if (known !== undefined) throw new Rejection('RETURN_EXISTS', 'A return with this id was for other goods.');
  refuseUnpaid(state);
  if (returning.lines.length + returning.gifts.length === 0) {
    throw new Rejection('NOTHING_RETURNED', 'A return names at least one line or gift.');
  }
  let gone = state.gone;
  const lines = returning.lines.map((part): ReturnedLine => {
    const before = gone;
    gone = goneAfter(gone, { lines: [part], gifts: [] });
    return { ...part, paid: netOf(checkedLine(part, before, bought), before, gone, bought) };
  });
  for (const gift of returning.gifts) {
    refuseBadGift(gift, gone, bought);
    gone = goneAfter(gone, { lines: [], gifts: [gift] });
  }
  const { policies } = bought.facts;
  const settlement = settle(state.account, owedBack(state, bought, gone), policies);
  const coupons = couponsBack(bought, gone, Object.keys(state.ordered.gave));
  const { returns: policy } = policies;
  return [
    { type: 'lines-returned', data: { return: id, lines, gifts: returning.gifts, policy, coupons, ...settlement } },
  ];
}

/**
 * Prices lines again by what the scales said (实重), where the policy of the purchase says so.
 * @throws Rejection ORDER_UNKNOWN, ORDER_BUSY, ORDER_OVER, NOT_PAID, WEIGHT_FIXED, LINE_UNKNOWN, SOLD_BY_PIECE,
 *   WEIGHT_INVALID, RETURN_TOO_MUCH.
 */
export function weighLines(state: Order, weighed: readonly { line: string; grams: Grams }[], bought: Bought): Decided {
  refuseUnpaid(state);
  const { policies } = bought.facts;
  if (policies.returns !== 're-quote-actual-weight') {
    throw new Rejection('WEIGHT_FIXED', 'This order is not priced again by weight.', { policy: policies.returns });
  }
  for (const one of weighed) refuseBadWeighing(one, state.gone, bought);
  const lines = weighed.filter(({ line, grams }) => own(state.gone.weighed, line) !== grams);
  if (lines.length === 0) return [];
  const byLine = Object.fromEntries(lines.map(({ line, grams }) => [line, grams]));
  const gone: Gone = { ...state.gone, weighed: { ...state.gone.weighed, ...byLine } };
  return [
    { type: 'lines-weighed', data: { lines, ...settle(state.account, owedBack(state, bought, gone), policies) } },
  ];
}

function refuseUnpaid(state: Order): void {
  refuseBusy(state);
  refuseOver(state);
  if (state.status !== 'paid') throw new Rejection('NOT_PAID', 'It is not paid: change or cancel it instead.');
}

function checkedLine(part: Returning['lines'][number], gone: Gone, bought: Bought): PricedLine {
  const line = lineOf(part.line, bought);
  const size = line.grams === undefined ? part.quantity : part.grams;
  if (size === undefined) {
    throw line.grams === undefined
      ? new Rejection('SOLD_BY_PIECE', `Line ${line.id} was sold by the piece: give quantity.`, { line: line.id })
      : new Rejection('SOLD_BY_WEIGHT', `Line ${line.id} was sold by weight: give grams.`, { line: line.id });
  }
  refuseBadSize(size, { line: line.id });
  refuseTooMuch(size, own(gone.lines, line.id) ?? 0, sizeOf(line, gone), { line: line.id });
  return line;
}

function refuseBadGift({ promotion, quantity, grams }: ReturnedGift, gone: Gone, bought: Bought): void {
  const gift = addedGifts(bought).find(({ offer }) => offer === promotion);
  if (!gift) throw new Rejection('GIFT_UNKNOWN', `The order has no gift of ${promotion}.`, { promotion });
  const size = grams ?? quantity ?? 0;
  refuseBadSize(size, { promotion });
  refuseTooMuch(size, own(gone.gifts, promotion) ?? 0, giftSize(gift), { promotion });
}

function lineOf(id: string, { basket }: Bought): PricedLine {
  const line = basket.lines.find((line) => line.id === id && line.selected !== false);
  if (line) return line;
  throw new Rejection('LINE_UNKNOWN', `The order has no line ${id}.`, { line: id });
}

function refuseBadSize(size: number, what: Readonly<Record<string, string>>): void {
  if (Number.isSafeInteger(size) && size >= 1 && size <= MAX_LINE_GRAMS) return;
  throw new Rejection('WEIGHT_INVALID', 'What returns is a whole number of pieces or grams, at least 1.', {
    ...what,
    size,
  });
}

function refuseTooMuch(asked: number, returned: number, bought: number, what: Readonly<Record<string, string>>): void {
  if (returned + asked <= bought) return;
  const facts = { ...what, bought, returned, asked };
  throw returned >= bought
    ? new Rejection('ALREADY_RETURNED', 'All of it has returned already.', facts)
    : new Rejection('RETURN_TOO_MUCH', `Of ${bought}, ${returned} returned already: ${asked} more is too much.`, facts);
}

function refuseBadWeighing({ line: id, grams }: { line: string; grams: Grams }, gone: Gone, bought: Bought): void {
  const line = lineOf(id, bought);
  if (line.grams === undefined) {
    throw new Rejection('SOLD_BY_PIECE', `Line ${id} was sold by the piece: there is nothing to weigh.`, { line: id });
  }
  const most = Math.min(MAX_LINE_GRAMS, line.grams * MOST_OF_ORDERED);
  if (!Number.isSafeInteger(grams) || grams < 1 || grams > most) {
    throw new Rejection('WEIGHT_INVALID', `Of ${line.grams} g ordered, the scales may say 1 to ${most} g.`, {
      line: id,
      ordered: line.grams,
      grams,
      most,
    });
  }
  refuseTooMuch(0, own(gone.lines, id) ?? 0, grams, { line: id });
}

/** The net price of a part: what its line had cost up to it, less what it had cost before it. */
function netOf(line: PricedLine, before: Gone, after: Gone, { paid }: Bought): number {
  const pay = paid.lines.find(({ id }) => id === line.id)?.pay ?? 0;
  const upTo = (gone: Gone) => netPrice(line, pay, own(gone.lines, line.id) ?? 0, sizeOf(line, gone));
  return upTo(after) - upTo(before);
}

// What a correction paid back is not paid back again: nobody gets more than they paid.
function owedBack(order: Order, bought: Bought, gone: Gone): number {
  return Math.min(paidBack(bought, gone), bought.paid.pay - compensatedOf(order));
}
