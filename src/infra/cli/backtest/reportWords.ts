import { formatYuan } from '../../../domain/kernel/money.js';
import type { Language } from '../../../domain/pricing/kind.js';
import { table } from '../print/table.js';
import type { Backtest, BacktestReport } from './backtested.js';

type Group = BacktestReport['bySku'][number];

/** Rows of a table; the whole is in --json. */
const MOST_ROWS = 12;

/** A finished backtest in words and tables. */
export function reportWords({ assumed, change }: Backtest, report: BacktestReport, language: Language): string {
  const say = (zh: string, en: string) => (language === 'zh' ? zh : en);
  const { orders, changed, reached, was, would, pay, needed, unpriceable } = report;
  const tested = [...change.tested.map((id) => `+${id}`), ...change.without.map((id) => `-${id}`)].join(' ');
  const caught = [
    report.cutAtFloor > 0 &&
      say(
        `${report.cutAtFloor} 单会击穿底价，已止于底价`,
        `${report.cutAtFloor} orders would cross a floor and stop there`,
      ),
    report.cutAtGreatest > 0 &&
      say(
        `${report.cutAtGreatest} 单会超出店铺最大优惠，已截断`,
        `${report.cutAtGreatest} orders would cross the greatest discount of the store and are cut to it`,
      ),
    unpriceable.orders > 0 &&
      say(
        `${unpriceable.orders} 单无法重新计价，未计入：${unpriceable.first[0]?.reason}`,
        `${unpriceable.orders} orders could not be priced again and are left out: ${unpriceable.first[0]?.reason}`,
      ),
  ].filter((words) => words !== false);
  return [
    say(
      `${tested}：${orders} 单，${reached} 单可享，${changed} 单有变化`,
      `${tested}: ${orders} orders, it reaches ${reached}, ${changed} change`,
    ),
    table(
      [{ title: '' }, yuan(say('原来', 'was')), yuan(say('现在', 'would be')), yuan(say('相差', 'difference'))],
      [
        [say('商品优惠', 'discount on goods'), ...three(was.discount, would.discount)],
        [say('运费', 'delivery'), ...three(was.delivery, would.delivery)],
        [say('实付', 'paid'), ...three(was.pay, would.pay)],
      ],
      '  ',
    ),
    orders === 0
      ? say('这段时间没有已下的订单。', 'No order was placed in that range.')
      : say(`顾客少付 ${formatYuan(-pay)} 元。`, `Customers would have paid ${formatYuan(-pay)} less.`),
    ...caught,
    ...needed.map((one) => neededWords(one, language)),
    ...offersTable(report.offers, say),
    ...groupTable(
      say('按商品', 'by product'),
      report.bySku.filter(({ changed }) => changed > 0),
      say,
    ),
    ...groupTable(say('按等级', 'by tier'), report.byTier, say),
    ...groupTable(say('按天', 'by day'), report.byDay, say),
    ...mostTable(report, say),
    ...assumed.map((one) => `* ${one[language]}`),
  ].join('\n');
}

type Say = (zh: string, en: string) => string;

const yuan = (title: string) => ({ title, align: 'right' }) as const;

function three(was: number, would: number): string[] {
  return [formatYuan(was), formatYuan(would), formatYuan(would - was)];
}

function neededWords(one: BacktestReport['needed'][number], language: Language): string {
  const { promotion, budget, uses, limits, budgetRunsOut, usesRunOut } = one;
  const zh = language === 'zh';
  const runsOut = (what: string, end: { at: string; order: string } | null) => {
    if (!end) return zh ? `${what}够用` : `${what} lasts`;
    return zh ? `${what}在 ${end.at} 用完（订单 ${end.order}）` : `${what} runs out at ${end.at} (order ${end.order})`;
  };
  const ends = [
    ...(limits.budget === undefined
      ? []
      : [
          runsOut(
            zh ? `预算 ${formatYuan(limits.budget)} 元` : `its budget of ${formatYuan(limits.budget)}`,
            budgetRunsOut,
          ),
        ]),
    ...(limits.maxUses === undefined
      ? []
      : [runsOut(zh ? `${limits.maxUses} 次` : `its ${limits.maxUses} uses`, usesRunOut)]),
  ];
  const needs = zh
    ? `${promotion} 需要预算 ${formatYuan(budget)} 元、${uses} 次`
    : `${promotion} needs a budget of ${formatYuan(budget)} and ${uses} uses`;
  return [needs, ...ends].join(zh ? '；' : '; ');
}

function offersTable(offers: BacktestReport['offers'], say: Say): string[] {
  if (offers.length === 0) return [];
  const rows = offers.slice(0, MOST_ROWS).map(({ offer, gaveWas, gaveWould, displaced, displacedFen }) => {
    return [offer, ...three(gaveWas, gaveWould), String(displaced), formatYuan(displacedFen)];
  });
  const titles = [{ title: say('活动', 'promotion') }, yuan(say('原让利', 'gave')), yuan(say('现让利', 'would give'))];
  const more = [
    yuan(say('相差', 'difference')),
    yuan(say('被挤掉的单', 'displaced in')),
    yuan(say('原让利', 'where it gave')),
  ];
  return [table([...titles, ...more], rows, '  ')];
}

function groupTable(title: string, groups: readonly Group[], say: Say): string[] {
  if (groups.length === 0) return [];
  const rows = groups.slice(0, MOST_ROWS).map(({ key, orders, changed, discountWas, discountWould }) => {
    return [key || say('无等级', 'none'), String(orders), String(changed), ...three(discountWas, discountWould)];
  });
  const left = groups.length - rows.length;
  return [
    table(
      [
        { title },
        yuan(say('订单', 'orders')),
        yuan(say('变化', 'changed')),
        yuan(say('原优惠', 'was')),
        yuan(say('现优惠', 'would be')),
        yuan(say('相差', 'difference')),
      ],
      rows,
      '  ',
    ) + (left > 0 ? `\n  ${say(`另有 ${left} 行，见 --json`, `${left} more rows with --json`)}` : ''),
  ];
}

function mostTable({ most }: BacktestReport, say: Say): string[] {
  if (most.length === 0) return [];
  const rows = most.map(({ order, quote, variants: [was, would] }) => {
    return [order, quote, ...three(was!.pay, would!.pay)];
  });
  return [
    table(
      [
        { title: say('变化最大的订单', 'orders that change most') },
        { title: say('报价', 'quote') },
        yuan(say('原付', 'paid')),
        yuan(say('现付', 'would pay')),
        yuan(say('相差', 'difference')),
      ],
      rows,
      '  ',
    ),
  ];
}
