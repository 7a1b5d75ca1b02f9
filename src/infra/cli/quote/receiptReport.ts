import { formatYuan } from '../../../domain/kernel/money.js';
import { formatWeight } from '../../../domain/kernel/weight.js';
import { appliedSentence } from '../../../domain/pricing/sentences/appliedSentence.js';
import { refusedSentence } from '../../../domain/pricing/sentences/refusedSentence.js';
import type { NamedBasket } from '../baskets/namedBasket.js';
import { paintFor } from '../print/paint.js';
import { table } from '../print/table.js';
import type { Priced, PricingShop } from '../shops/pricingShop.js';
import type { Terminal } from '../terminal.js';
import { faultLine } from './faultLine.js';
import type { Report } from './report.js';

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
  if (applied.length === 0) return '  no promotion applies';
  return applied.map((one) => `  ✓ ${shop.offerName(one.offer)}: ${appliedSentence(one, gifts, 'en')}`).join('\n');
}

function sums({ list, discount, delivery, pay }: Priced): string {
  return `  list ${formatYuan(list)} - ${formatYuan(discount)} + delivery ${formatYuan(delivery)} = to pay ${formatYuan(pay)}`;
}

function notGiven({ refused }: Priced, shop: PricingShop): string {
  return refused.map((offer) => `  · ${shop.offerName(offer.offer)}: ${refusedSentence(offer, 'en')}`).join('\n');
}
