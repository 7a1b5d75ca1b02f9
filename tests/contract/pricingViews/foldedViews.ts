import type { StoredEvent } from '../../../src/commands/eventStore.js';
import { pricingStep, type RulesAtHand, streamsLookedUp } from '../../../src/projections/pricing/pricingStep.js';
import type { PricingViews } from '../../../src/projections/pricing/pricingViews.js';

/** Folds events into views that were begun, cut into steps of this many events. */
export async function fold(views: PricingViews, log: readonly StoredEvent[], size = log.length): Promise<void> {
  const rules: RulesAtHand = new Map();
  let at = (await views.checkpoint())!;
  for (let from = 0; from < log.length; from += size) {
    const events = log.slice(from, from + size);
    const { rows } = (await views.lookUp(streamsLookedUp(events), []))!;
    const { step } = pricingStep(at, events, rules, rows);
    await views.commit(step);
    at = { position: step.to, parked: step.parked };
  }
}
