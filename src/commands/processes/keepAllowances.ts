import { Rejection } from '../../domain/kernel/rejection.js';
import { streamParts } from '../../domain/kernel/stream.js';
import type { Position } from '../eventStore.js';
import type { OrderDeps } from '../order/orderDeps.js';
import { whenPromotionPublishedOpenAllowances } from './whenPromotionPublishedOpenAllowances.js';

/** After these a promotion may have other limits. */
const CHANGE_LIMITS = ['promotion-published', 'promotion-resumed', 'promotion-revised'];

/** A promotion as a table names it. */
export interface PromotionNamed {
  readonly shop: string;
  readonly id: string;
}

/**
 * Opens and adjusts allowances as promotions say: first of those the table knows, then following the log from where
 * the table is. Done twice it is done once, so nothing needs to be remembered.
 */
export async function keepAllowances(
  deps: OrderDeps,
  known: AsyncIterable<PromotionNamed>,
  from: Position,
  signal: AbortSignal,
  alive: () => void = () => {},
): Promise<void> {
  for await (const { shop, id } of known) await openOf(deps, shop, id);
  for await (const events of deps.store.follow(from, signal)) {
    for (const { type, stream } of events) {
      if (!CHANGE_LIMITS.includes(type)) continue;
      const { shop, id } = streamParts(stream);
      await openOf(deps, shop, id);
    }
    alive();
  }
}

// Not now is no fault: the first hold opens it.
async function openOf(deps: OrderDeps, shop: string, id: string): Promise<void> {
  try {
    await whenPromotionPublishedOpenAllowances(deps, shop, id);
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
  }
}
