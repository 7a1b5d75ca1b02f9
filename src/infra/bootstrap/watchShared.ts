import type { Position } from '../../commands/eventStore.js';
import type { PricingViews } from '../../projections/pricing/pricingViews.js';
import type { RollCall } from '../../projections/pricing/rollCall.js';
import type { SharedPricingView } from '../../projections/pricing/sharedPricingView.js';
import { Rest } from '../../projections/rest.js';
import type { Following } from './followers.js';

const LOOK_MILLIS = 1_000;

/** How the shared pricing views looked when this process last saw them. */
export interface SharedState {
  /** Null: there was nothing. */
  readonly position: Position | null;
  readonly seenAtMillis: number;
}

interface Shared {
  readonly id: string;
  readonly view: SharedPricingView;
  readonly views: Pick<PricingViews, 'checkpoint'>;
  readonly rollCall: RollCall;
  readonly onSeen: (state: SharedState) => void;
}

/** Looks every second how far the shared views are, and tells what this process prices with; at once when rules changed. */
export function watchShared({ id, view, views, rollCall, onSeen }: Shared): Following {
  return async (signal, alive) => {
    const rest = new Rest();
    const stopListening = view.onRules(() => rest.endNow());
    try {
      while (!signal.aborted) {
        await rollCall.tell({ id, position: view.position(), rules: view.rulesVersion() });
        const found = await views.checkpoint();
        onSeen({ position: found?.position ?? null, seenAtMillis: performance.now() });
        if (!found) throw new Error('there is nothing in them yet; prices come from tables and log meanwhile');
        view.seen(found.position);
        alive();
        await rest.take(LOOK_MILLIS, signal);
      }
      await rollCall.leave(id).catch(() => {});
    } finally {
      stopListening();
    }
  };
}
