import type { BasketFault } from '../baskets/namedBasket.js';
import type { Doors } from '../doors.js';
import { failureWords } from '../failureWords.js';
import { progressOf } from '../print/progress.js';
import type { Terminal } from '../terminal.js';
import { chooseShop } from './chooseShop.js';
import { priceAll } from './priceAll.js';
import { readAllBaskets } from './readAllBaskets.js';
import { reportFor } from './report.js';
import { Tally } from './tally.js';

export interface QuoteOptions {
  readonly files: readonly string[];
  readonly baskets?: string;
  readonly catalogue?: string;
  readonly dataDir?: string;
  readonly shop: string;
  readonly url?: string;
  readonly token?: string;
  readonly record: boolean;
  readonly json: boolean;
}

/** Prices every basket of the files. @returns whether all could be priced. @throws UsageError and what opening throws. */
export async function quoteFiles(options: QuoteOptions, doors: Doors, terminal: Terminal): Promise<boolean> {
  const { shop, goods } = await chooseShop(options, doors, terminal);
  try {
    const { baskets, faults } = readAllBaskets(options, goods);
    const report = reportFor(baskets.length, options.json, shop, terminal);
    const progress = progressOf('pricing', terminal);
    const tally = new Tally();
    let unpriced = 0;
    const refuse = (fault: BasketFault) => {
      unpriced += 1;
      report.fault(fault);
    };
    faults.forEach(refuse);
    const millis = await priceAll(baskets, shop, {
      onPriced: (basket, priced) => {
        tally.add(priced);
        report.priced(basket, priced);
      },
      onRefused: ({ place }, error) => refuse({ place, message: failureWords(error) }),
      onProgress: progress.reached,
      clock: terminal.clock,
    });
    progress.end();
    report.end({ tally, unpriced, millis });
    return unpriced === 0;
  } finally {
    await shop.close();
  }
}
