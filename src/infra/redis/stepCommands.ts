import { streamParts } from '../../domain/kernel/stream.js';
import type { PricingStep } from '../../projections/pricing/pricingViews.js';
import type { Keys } from './keys.js';
import { writeRow, writtenCounts } from './records.js';

/** An api that was told of a version has so long to fetch it. */
const OLD_RULES_MILLIS = 60_000;

/** What a step does to the keys. */
export function commandsOf(keys: Keys, { rows, counts, rules, lost }: PricingStep): readonly (readonly string[])[] {
  return [
    ...rows.map((row) => {
      const { category, shop, id } = streamParts(row.stream);
      return ['HSET', keys.rows(category, shop), id, writeRow(row)];
    }),
    ...counts.map(({ customer, ...change }) => {
      const { shop, id } = streamParts(customer);
      return ['HINCRBY', keys.counts(shop), id, writtenCounts(change)];
    }),
    ...rules.flatMap(({ replaces, ...shopRules }) => {
      const { shop, version } = shopRules;
      const replaced = replaces === null ? [] : [['PEXPIRE', keys.blob(shop, replaces), String(OLD_RULES_MILLIS)]];
      return [
        ['SET', keys.blob(shop, version), JSON.stringify(shopRules)],
        ['HSET', keys.rules, shop, version],
        ...replaced,
      ];
    }),
    ...lost.map(([stream, allowances]) =>
      allowances ? ['HSET', keys.lost, stream, JSON.stringify(allowances)] : ['HDEL', keys.lost, stream],
    ),
  ];
}
