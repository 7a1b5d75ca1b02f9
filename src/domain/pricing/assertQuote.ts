import type { Quote } from './quote.js';
import type { Situation } from './situation.js';

/** What must hold whatever the basket. A quote that breaks it is a fault of this program and is never answered. */
export function assertQuote(quote: Quote, { purchase }: Situation): void {
  let pay = 0;
  let discount = 0;
  quote.lines.forEach((line, at) => {
    let shares = 0;
    for (const offer in line.shares) shares += line.shares[offer]!;
    hold(shares === line.discount, `the shares of line ${line.id} sum to its discount`);
    hold(line.pay >= purchase.lines[at]!.floor, `line ${line.id} is not under its floor`);
    hold(line.discount >= 0, `line ${line.id} costs no more than its list price`);
    pay += line.pay;
    discount += line.discount;
  });
  hold(pay === quote.goods, 'the lines sum to the goods');
  hold(discount === quote.discount, 'the discounts of the lines sum to the discount');
  let given = 0;
  for (const applied of quote.applied) given += applied.amount;
  hold(given === quote.discount, 'the offers give what the lines get');
  hold(quote.delivery >= 0 && Number.isSafeInteger(quote.pay), 'to pay is a whole amount, not below zero');
}

function hold(held: boolean, rule: string): void {
  if (!held) throw new Error(`pricing broke its rule: ${rule}`);
}
