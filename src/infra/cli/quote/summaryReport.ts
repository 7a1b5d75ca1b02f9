import { formatYuan } from '../../../domain/kernel/money.js';
import { paintFor } from '../print/paint.js';
import { table } from '../print/table.js';
import type { PricingShop } from '../shops/pricingShop.js';
import type { Terminal } from '../terminal.js';
import { faultLine } from './faultLine.js';
import { perSecond } from './perSecond.js';
import type { Report } from './report.js';

/** Only what all baskets add up to. */
export function summaryReport(shop: PricingShop, terminal: Terminal): Report {
  const paint = paintFor(terminal);
  return {
    priced: () => {},
    fault: faultLine(terminal),
    end: ({ tally, unpriced, millis }) => {
      const share = (part: number) => (tally.gross === 0 ? '' : `${((part * 100) / tally.gross).toFixed(1)} %`);
      const promotions = [...tally.promotions].sort(([, a], [, b]) => b.gave - a.gave);
      const rows = [
        [paint.strong('gross'), String(tally.baskets), formatYuan(tally.gross), ''],
        ...promotions.map(([id, { baskets, gave }]) => [
          `  ${shop.offerName(id)}`,
          String(baskets),
          `-${formatYuan(gave)}`,
          share(gave),
        ]),
        [paint.strong('net'), String(tally.baskets), formatYuan(tally.net), share(tally.net)],
      ];
      const columns = [
        { title: 'yuan' },
        { title: 'baskets', align: 'right' },
        { title: 'amount', align: 'right' },
        { title: 'of gross', align: 'right' },
      ] as const;
      const rate = perSecond(tally.baskets, millis).toLocaleString('en');
      const left = unpriced > 0 ? `, ${unpriced} could not be priced` : '';
      terminal.out(`${table(columns, rows)}\n`);
      terminal.out(
        `${tally.baskets.toLocaleString('en')} baskets priced from ${shop.words} in ` +
          `${(millis / 1000).toFixed(2)} s (${rate} quotes/s)${left}\n`,
      );
    },
  };
}
