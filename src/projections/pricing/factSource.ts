import type { LookedUp, PricingViews } from './pricingViews.js';

/** Where facts that are not at hand are looked up; any answer may be old, and says how old. */
export interface FactSource extends Pick<PricingViews, 'lookUp' | 'products'> {
  /** In a word, for whoever watches. */
  readonly name: string;
}

export type Look = (source: FactSource) => Promise<LookedUp | null>;
