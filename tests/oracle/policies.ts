import type { GoldenPolicy } from './goldenCase.js';

/** The case asks for a rule that the oracle does not know; a test counts and skips it. */
export class Unsupported extends Error {
  override readonly name = 'Unsupported';
}

export interface Policies {
  readonly selection: 'priority' | 'best-for-customer';
  readonly percentBase: 'running' | 'original';
  readonly thresholdBase: 'running' | 'original';
  readonly productBase: 'currentPrice' | 'originalPrice';
  readonly exclusiveChoice: 'priority' | 'most-valuable';
  readonly groupPick: 'best' | 'priority';
  readonly groupScope: 'order' | 'line';
  readonly giftChoice: 'cheapest' | 'dearest';
  readonly partGift: boolean;
  readonly partUnits: 'whole' | 'prorate';
  readonly greatestDiscountBp: number | undefined;
}

const onlyValue: Readonly<Record<string, string>> = {
  allocation: 'largest-remainder',
  zeroWeights: 'nothing',
  rounding: 'half-up',
  maxUnitsBase: 'spread',
};

/** The switches of a case, absent ones at the value that the golden README prints in bold. */
export function policiesOf(policy: GoldenPolicy = {}): Policies {
  for (const [name, value] of Object.entries(onlyValue)) {
    if (policy[name] !== undefined && policy[name] !== value) throw new Unsupported(`${name}: ${String(policy[name])}`);
  }
  return {
    selection: oneOf(policy, 'selection', ['priority', 'best-for-customer']),
    percentBase: oneOf(policy, 'percentBase', ['running', 'original']),
    thresholdBase: oneOf(policy, 'thresholdBase', ['running', 'original']),
    productBase: oneOf(policy, 'productBase', ['currentPrice', 'originalPrice']),
    exclusiveChoice: oneOf(policy, 'exclusiveChoice', ['priority', 'most-valuable']),
    groupPick: oneOf(policy, 'groupPick', ['best', 'priority']),
    groupScope: oneOf(policy, 'groupScope', ['order', 'line']),
    giftChoice: oneOf(policy, 'giftChoice', ['cheapest', 'dearest']),
    partGift: policy.partGift === true,
    partUnits: oneOf(policy, 'partUnits', ['whole', 'prorate']),
    greatestDiscountBp: typeof policy.greatestDiscountBp === 'number' ? policy.greatestDiscountBp : undefined,
  };
}

function oneOf<const T extends string>(policy: GoldenPolicy, name: string, values: readonly [T, ...T[]]): T {
  const given = policy[name];
  if (given === undefined) return values[0];
  const known = values.find((value) => value === given);
  if (known === undefined) throw new Unsupported(`${name}: ${String(given)}`);
  return known;
}
