import type { BasketFault, NamedBasket } from '../baskets/namedBasket.js';
import type { Priced, PricingShop } from '../shops/pricingShop.js';
import type { Terminal } from '../terminal.js';
import { jsonReport } from './jsonReport.js';
import { receiptReport } from './receiptReport.js';
import { rowReport } from './rowReport.js';
import { summaryReport } from './summaryReport.js';
import type { Tally } from './tally.js';

export interface Outcome {
  readonly tally: Tally;
  readonly unpriced: number;
  readonly millis: number;
}

/** Shows prices as they come, and what they add up to. */
export interface Report {
  readonly priced: (basket: NamedBasket, priced: Priced) => void;
  readonly fault: (fault: BasketFault) => void;
  readonly end: (outcome: Outcome) => void;
}

const MOST_RECEIPTS = 3;
const MOST_ROWS = 50;

/** A program gets JSON; people get receipts of a few baskets, a row each of some, and the sums of many. */
export function reportFor(baskets: number, json: boolean, shop: PricingShop, terminal: Terminal): Report {
  if (json) return jsonReport(terminal);
  if (baskets <= MOST_RECEIPTS) return receiptReport(shop, terminal);
  return baskets <= MOST_ROWS ? rowReport(shop, terminal) : summaryReport(shop, terminal);
}
