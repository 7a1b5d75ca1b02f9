import type { Quote } from './quote.js';
import type { Situation } from './situation.js';
import type { Walk } from './walk.js';

/** What must hold whatever the basket. A quote that breaks it is a fault of this program and is never answered. */
export function assertQuote(quote: Quote, walk: Walk, { purchase }: Situation): void {
  const shares = sharesByLine(walk, quote.lines.length);
  let pay = 0;
  let discount = 0;
  for (let at = 0; at < quote.lines.length; at++) {
    const line = quote.lines[at]!;
    hold(shares[at] === line.discount, 'its shares sum to its discount', line.id);
    hold(line.pay >= purchase.lines[at]!.floor, 'it is not under its floor', line.id);
    hold(line.discount >= 0, 'it costs no more than its list price', line.id);
    pay += line.pay;
    discount += line.discount;
  }
  hold(pay === quote.goods, 'the lines sum to the goods');
  hold(discount === quote.discount, 'the discounts of the lines sum to the discount');
  let given = 0;
  for (const applied of quote.applied) given += applied.amount;
  hold(given === quote.discount, 'the offers give what the lines get');
  hold(quote.delivery >= 0 && Number.isSafeInteger(quote.pay), 'to pay is a whole amount, not below zero');
}

function sharesByLine({ steps }: Walk, size: number): readonly number[] {
  const sums = new Array<number>(size).fill(0);
  for (const { outcome } of steps) {
    if (outcome.gives === 'nothing') continue;
    const { lines, shares } = outcome;
    for (let index = 0; index < lines.length; index++) sums[lines[index]!.at]! += shares[index]!;
  }
  return sums;
}

function hold(held: boolean, rule: string, line?: string): void {
  if (!held) throw new Error(`pricing broke its rule${line === undefined ? '' : ` for line ${line}`}: ${rule}`);
}
