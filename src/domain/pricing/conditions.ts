import { amountOf, type Goods, type Nothing, piecesOf } from './calculation.js';
import { belowAmount, belowGrams, belowQuantity } from './nothing.js';
import type { Conditions } from './offer.js';
import type { Policies } from './policies.js';

type Condition = (when: Conditions, goods: Goods, base: Policies['thresholdBase']) => Nothing | undefined;

const minAmountIsReached: Condition = ({ minAmount }, goods, base) => {
  if (minAmount === undefined) return undefined;
  const amount = amountOf(goods, base);
  return amount >= minAmount ? undefined : belowAmount(minAmount - amount, () => ({ minAmount, amount, base }));
};

const amountIsExceeded: Condition = ({ amountOver }, goods, base) => {
  if (amountOver === undefined) return undefined;
  const amount = amountOf(goods, base);
  return amount > amountOver ? undefined : belowAmount(amountOver + 1 - amount, () => ({ amountOver, amount, base }));
};

const minQuantityIsReached: Condition = ({ minQuantity }, goods) => {
  if (minQuantity === undefined) return undefined;
  const quantity = piecesOf(goods);
  return quantity >= minQuantity ? undefined : belowQuantity(minQuantity - quantity, () => ({ minQuantity, quantity }));
};

const minGramsAreReached: Condition = ({ minGrams }, goods) => {
  if (minGrams === undefined) return undefined;
  let grams = 0;
  for (const line of goods.lines) grams += line.grams;
  return grams >= minGrams ? undefined : belowGrams(minGrams - grams, () => ({ minGrams, grams }));
};

/** Every condition measured over the lines in scope, in the order in which they are named to the customer. */
const CONDITIONS: readonly Condition[] = [
  minAmountIsReached,
  amountIsExceeded,
  minQuantityIsReached,
  minGramsAreReached,
];

/** The first condition that does not hold, or nothing. */
export function unmetCondition(
  when: Conditions | undefined,
  goods: Goods,
  base: Policies['thresholdBase'],
): Nothing | undefined {
  if (!when) return undefined;
  for (const condition of CONDITIONS) {
    const unmet = condition(when, goods, base);
    if (unmet) return unmet;
  }
  return undefined;
}
