import { formatYuan } from '../../../domain/kernel/money.js';
import { formatWeight } from '../../../domain/kernel/weight.js';
import type { NamedBasket } from '../baskets/namedBasket.js';
import { paintFor } from '../print/paint.js';
import { table } from '../print/table.js';
import type { Priced, PricingShop } from '../shops/pricingShop.js';
import type { Terminal } from '../terminal.js';
import { faultLine } from './faultLine.js';
import type { Report } from './report.js';
import { whyNot } from './whyNot.js';

/** Each basket like a receipt: its lines, what was given, what was not and why. */
export function receiptReport(shop: PricingShop, terminal: Terminal): Report {
  const paint = paintFor(terminal);
  return {
    priced: (basket, priced) => {
      const { request, name } = basket;
      const title = `basket ${name} · ${request.customer ?? 'guest'}${priced.id ? ` · quote ${priced.id}` : ''}`;
      const parts = [paint.strong(title), linesOf(basket, priced, shop), given(priced, shop), sums(priced)];
      if (priced.refused.length > 0) parts.push(paint.faint(notGiven(priced, shop)));
      terminal.out(`${parts.join('\n')}\n\n`);
    },
    fault: faultLine(terminal),
    end: ({ tally: { baskets } }) => {
      if (baskets > 0)
        terminal.err(paint.faint(`priced from ${shop.words}${shop.records ? ', recorded' : ', not recorded'}\n`));
    },
  };
}

function linesOf({ request }: NamedBasket, priced: Priced, shop: PricingShop): string {
  const asked = new Map(request.lines.map((line) => [line.id, line]));
  const rows = priced.lines.map(({ id, sku, list, pay }) => {
    const { grams, quantity = 0 } = asked.get(id) ?? {};
    const size = grams === undefined ? `${quantity} 件` : formatWeight(grams, 'zh');
    return [id, shop.productName(sku), size, formatYuan(list), formatYuan(pay)];
  });
  const columns = [
    { title: 'line' },
    { title: 'goods' },
    { title: '', align: 'right' },
    { title: 'list', align: 'right' },
    { title: 'to pay', align: 'right' },
  ] as const;
  return table(columns, rows, '  ');
}

function given({ applied, gifts }: Priced, shop: PricingShop): string {
  const offers = applied.map(({ offer, amount, delivery }) => {
    const money = amount + delivery;
    return `  ✓ ${shop.offerName(offer)}${money > 0 ? `  -${formatYuan(money)}` : ''}`;
  });
  const added = gifts.flatMap(({ sku, quantity, grams, points }) => {
    if (points !== undefined) return [`    + ${points} points`];
    if (sku === undefined) return [];
    return [
      `    + ${shop.productName(sku)} ${grams === undefined ? `${quantity ?? 0} 件` : formatWeight(grams, 'zh')}`,
    ];
  });
  return offers.length === 0 ? '  no promotion applies' : [...offers, ...added].join('\n');
}

function sums({ list, discount, delivery, pay }: Priced): string {
  return `  list ${formatYuan(list)} - ${formatYuan(discount)} + delivery ${formatYuan(delivery)} = to pay ${formatYuan(pay)}`;
}

function notGiven({ refused }: Priced, shop: PricingShop): string {
  return refused.map((offer) => `  · ${shop.offerName(offer.offer)}: ${whyNot(offer)}`).join('\n');
}
