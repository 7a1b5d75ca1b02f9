import { formatYuan } from '../../../domain/kernel/money.js';
import { table } from '../print/table.js';
import type { PricingShop } from '../shops/pricingShop.js';
import type { Terminal } from '../terminal.js';
import type { Report } from './report.js';
import { summaryReport } from './summaryReport.js';

const COLUMNS = [
  { title: 'basket' },
  { title: 'lines', align: 'right' },
  { title: 'list', align: 'right' },
  { title: 'discount', align: 'right' },
  { title: 'delivery', align: 'right' },
  { title: 'to pay', align: 'right' },
  { title: 'promotions' },
] as const;

/** A row for each basket, then the sums. */
export function rowReport(shop: PricingShop, terminal: Terminal): Report {
  const rows: string[][] = [];
  const summary = summaryReport(shop, terminal);
  return {
    ...summary,
    priced: ({ name }, { lines, list, discount, delivery, pay, applied }) => {
      const money = [list, discount, delivery, pay].map(formatYuan);
      rows.push([name, String(lines.length), ...money, applied.map(({ offer }) => shop.offerName(offer)).join(', ')]);
    },
    end: (outcome) => {
      terminal.out(`${table(COLUMNS, rows)}\n\n`);
      summary.end(outcome);
    },
  };
}
