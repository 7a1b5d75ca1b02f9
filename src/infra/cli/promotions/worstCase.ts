import { formatYuan } from '../../../domain/kernel/money.js';
import { type BacktestReport, backtested } from '../backtest/backtested.js';
import type { OrchardClient } from '../client/orchardClient.js';
import { ServerRefused } from '../shops/serverShop.js';
import type { Terminal } from '../terminal.js';

/** Over so many past orders a promotion is held before it is published. */
export const LAST_ORDERS = 1_000;

/**
 * What a promotion would have cost on the last orders, in words, for who is about to publish it. Nobody is kept from
 * publishing where that cannot be told: then it says why.
 */
export async function worstCase(client: OrchardClient, terminal: Terminal, promotion: string): Promise<string> {
  try {
    const { report, assumed, fault } = await backtested(client, terminal, { with: [promotion] }, { last: LAST_ORDERS });
    if (!report) return `What it would have cost on past orders is not known: ${fault ?? 'cancelled'}.`;
    if (report.orders === 0) return 'No order was placed yet: there is nothing to hold it against.';
    return [worstCaseWords(promotion, report), ...assumed.map(({ en }) => `* ${en}`)].join('\n');
  } catch (error) {
    if (!(error instanceof ServerRefused)) throw error;
    return `What it would have cost on past orders is not known: ${error.message}`;
  }
}

function worstCaseWords(promotion: string, report: BacktestReport): string {
  const { orders, reached, changed, pay, needed, cutAtFloor, cutAtGreatest, most, offers } = report;
  const [worst] = most;
  const displaced = offers.filter((one) => one.displaced > 0 && one.offer !== promotion).map(({ offer }) => offer);
  const runsOut = needed[0]?.budgetRunsOut ?? needed[0]?.usesRunOut;
  return [
    `On the last ${orders} orders ${promotion} would have reached ${reached} and changed ${changed}: ` +
      `customers pay ${formatYuan(-pay)} less, it gives ${formatYuan(needed[0]?.budget ?? 0)}.`,
    ...(worst ? [`Most in order ${worst.order}: ${formatYuan(worst.difference.pay)}.`] : []),
    ...(runsOut ? [`Its limits would have run out at ${runsOut.at}, with order ${runsOut.order}.`] : []),
    ...(cutAtFloor + cutAtGreatest > 0
      ? [`It would cross a floor in ${cutAtFloor} orders, the greatest discount of the store in ${cutAtGreatest}.`]
      : []),
    ...(displaced.length > 0 ? [`It would displace ${displaced.join(', ')}.`] : []),
  ].join('\n');
}
