import { formatYuan } from '../../../domain/kernel/money.js';
import { formatWeight } from '../../../domain/kernel/weight.js';
import type { Priced } from '../shops/pricingShop.js';

/** Why a promotion gave nothing, and what it would take: `threshold-not-met, 12.50 yuan more`. */
export function whyNot({ reason, shortfall, facts }: Priced['refused'][number]): string {
  const { amount, quantity, grams } = shortfall ?? {};
  const parts: string[] = [reason];
  if (amount !== undefined) parts.push(`${formatYuan(amount)} yuan more`);
  if (quantity !== undefined) parts.push(`${quantity} more`);
  if (grams !== undefined) parts.push(`${formatWeight(grams, 'zh')} more`);
  const opens = facts?.['opens'] ?? facts?.['opensLocal'];
  if (typeof opens === 'string') parts.push(`opens ${opens}`);
  return parts.join(', ');
}
