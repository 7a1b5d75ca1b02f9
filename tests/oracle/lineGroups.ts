import { applyPromotion } from './applyPromotion.js';
import type { Basket } from './basket.js';
import type { Promotion } from './goldenCase.js';
import type { Refusal } from './outcome.js';
import { refusal } from './outcome.js';
import type { Prices } from './prices.js';

/** Who has won which lines, decided once for each group, on the prices before its first member. */
export interface LinePick {
  readonly won: ReadonlyMap<string, ReadonlySet<string>>;
  /** Members that won no line, and why. */
  readonly lost: ReadonlyMap<string, Refusal>;
}

/**
 * groupScope line: each member is tried alone, on all its open lines; a line goes to the member that gives it most
 * (equals by order), or with groupPick priority to the first member that gives it anything. A member then applies at
 * its own place in the order, to the lines it won; its conditions still count its whole scope.
 */
export function pickByLine(basket: Basket, prices: Prices, members: readonly Promotion[]): LinePick {
  const tried = members.map((promotion) => ({ promotion, outcome: applyPromotion(basket, prices, promotion) }));
  const won = new Map<string, Set<string>>();
  for (const line of basket.lines) {
    let winner: { promotion: Promotion; share: bigint } | undefined;
    for (const { promotion, outcome } of tried) {
      const share = outcome.gives ? (outcome.shares.get(line.id) ?? 0n) : 0n;
      const beats = winner === undefined || (basket.policies.groupPick === 'best' && share > winner.share);
      if (share > 0n && beats) winner = { promotion, share };
    }
    if (winner === undefined) continue;
    won.set(winner.promotion.id, (won.get(winner.promotion.id) ?? new Set<string>()).add(line.id));
  }
  // Where nobody wins anything, nobody is passed over: each member has its own turn.
  if (won.size === 0) return { won, lost: new Map() };
  const lost = tried.flatMap(({ promotion, outcome }): [string, Refusal][] =>
    won.has(promotion.id) ? [] : [[promotion.id, outcome.gives ? refusal('lost-to-better') : outcome]],
  );
  return { won, lost: new Map(lost) };
}

/** Groups with at least two members among the promotions; a group of one is none. */
export function groupsAmong(promotions: readonly Promotion[]): Map<string, Promotion[]> {
  const groups = new Map<string, Promotion[]>();
  for (const promotion of promotions) {
    if (promotion.group === undefined) continue;
    groups.set(promotion.group, [...(groups.get(promotion.group) ?? []), promotion]);
  }
  return new Map([...groups].filter(([, members]) => members.length > 1));
}
