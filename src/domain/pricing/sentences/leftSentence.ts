import type { Remaining } from '../facts.js';
import type { Language } from '../kind.js';
import { spokenSize } from './spoken.js';

/** From so few on it is worth saying that they are few. */
const FEW_PIECES = 100;
const FEW_GRAMS = 50_000;
const FEW_USES = 100;
const FEW_OWN_USES = 10;

/** How the goods at an offer's price are sold; absent: in both ways, or it has no stock. */
export type SoldBy = 'piece' | 'weight' | undefined;

/**
 * How little is left of an offer that applied, in words: `仅剩3件`, `only 3 pieces left`; nothing while there is plenty.
 * A view only advises: placing the order decides.
 */
export function leftSentence(left: Remaining, soldBy: SoldBy, language: Language): string | undefined {
  const zh = language === 'zh';
  const { stock, uses, customerUses } = left;
  if (stock !== undefined && soldBy && stock <= (soldBy === 'weight' ? FEW_GRAMS : FEW_PIECES)) {
    const size = spokenSize(soldBy === 'weight' ? { grams: stock } : { quantity: stock }, language);
    return zh ? `仅剩${size}` : `only ${size} left`;
  }
  if (uses !== undefined && uses <= FEW_USES) return zh ? `仅剩${uses}个名额` : `only ${times(uses)} left`;
  if (customerUses !== undefined && customerUses <= FEW_OWN_USES) {
    return zh ? `您还可用${customerUses}次` : `${times(customerUses)} left for you`;
  }
  return undefined;
}

function times(uses: number): string {
  return uses === 1 ? '1 use' : `${uses} uses`;
}
