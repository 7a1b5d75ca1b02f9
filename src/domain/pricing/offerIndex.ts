import { type CompiledOffer, compileOffer } from './compiledOffer.js';
import { type Kinds, REGISTERED } from './kinds/registry.js';
import type { Offer } from './offer.js';
import type { Line, Purchase } from './purchase.js';
import { isExcepted } from './scope.js';
import type { Touching } from './touching.js';

/** Offers in force, found by what their scopes name. Never changed: a change gives a new index, quotes go on with theirs. */
export interface OfferIndex {
  readonly kinds: Kinds;
  readonly byId: ReadonlyMap<string, CompiledOffer>;
  readonly storeWide: readonly CompiledOffer[];
  readonly bySku: ReadonlyMap<string, readonly CompiledOffer[]>;
  readonly byCategory: ReadonlyMap<string, readonly CompiledOffer[]>;
}

/** Compiles offers into an index: a quote then costs what touches its basket, not what exists. */
export function compileOffers(offers: readonly Offer[], kinds: Kinds = REGISTERED): OfferIndex {
  const byId = new Map<string, CompiledOffer>();
  const storeWide: CompiledOffer[] = [];
  const bySku = new Map<string, CompiledOffer[]>();
  const byCategory = new Map<string, CompiledOffer[]>();
  for (const offer of offers) {
    const compiled = compileOffer(offer, kinds);
    byId.set(offer.id, compiled);
    const { skus, categories, store } = offer.scope;
    if (skus) for (const sku of new Set(skus)) add(bySku, sku, compiled);
    else if (categories) for (const category of new Set(categories)) add(byCategory, category, compiled);
    else if (store) storeWide.push(compiled);
  }
  return { kinds, byId, storeWide, bySku, byCategory };
}

/** The index with an offer added, or put in the place of the one of its id. */
export function withOffer(index: OfferIndex, offer: Offer): OfferIndex {
  const { kinds, byId, storeWide, bySku, byCategory } = withoutOffer(index, offer.id);
  const compiled = compileOffer(offer, kinds);
  const { skus, categories, store } = offer.scope;
  return {
    kinds,
    byId: new Map(byId).set(offer.id, compiled),
    storeWide: !skus && !categories && store ? [...storeWide, compiled] : storeWide,
    bySku: skus ? changed(bySku, skus, (offers) => [...offers, compiled]) : bySku,
    byCategory: !skus && categories ? changed(byCategory, categories, (offers) => [...offers, compiled]) : byCategory,
  };
}

/** The index without the offer of an id. */
export function withoutOffer(index: OfferIndex, id: string): OfferIndex {
  const gone = index.byId.get(id);
  if (!gone) return index;
  const byId = new Map(index.byId);
  byId.delete(id);
  const { skus = [], categories = [] } = gone.offer.scope;
  const without = (offers: readonly CompiledOffer[]) => offers.filter((other) => other !== gone);
  return {
    kinds: index.kinds,
    byId,
    storeWide: without(index.storeWide),
    bySku: changed(index.bySku, skus, without),
    byCategory: changed(index.byCategory, categories, without),
  };
}

/** The offers that touch a purchase, each with its lines in line order. */
export function lookUpOffers(index: OfferIndex, purchase: Purchase): Touching[] {
  const touching: Touching[] = [];
  for (const compiled of index.storeWide) {
    const lines = compiled.except ? withoutExcepted(compiled, purchase.lines) : purchase.lines;
    if (lines.length > 0) touching.push({ compiled, lines });
  }
  const found = new Map<CompiledOffer, Line[]>();
  for (const line of purchase.lines) {
    collect(found, index.bySku.get(line.sku), line);
    for (const category of line.categories) collect(found, index.byCategory.get(category), line);
  }
  for (const [compiled, lines] of found) touching.push({ compiled, lines });
  return touching;
}

function collect(found: Map<CompiledOffer, Line[]>, offers: readonly CompiledOffer[] | undefined, line: Line): void {
  if (!offers) return;
  for (const compiled of offers) {
    if (compiled.except && isExcepted(compiled.except, line)) continue;
    const lines = found.get(compiled);
    if (!lines) found.set(compiled, [line]);
    // A line of two categories of one scope is met twice.
    else if (lines.at(-1) !== line) lines.push(line);
  }
}

function withoutExcepted({ except }: CompiledOffer, lines: readonly Line[]): readonly Line[] {
  return lines.filter((line) => !isExcepted(except, line));
}

function add(index: Map<string, CompiledOffer[]>, key: string, compiled: CompiledOffer): void {
  const offers = index.get(key);
  if (offers) offers.push(compiled);
  else index.set(key, [compiled]);
}

function changed(
  index: OfferIndex['bySku'],
  keys: readonly string[],
  change: (offers: readonly CompiledOffer[]) => readonly CompiledOffer[],
): OfferIndex['bySku'] {
  if (keys.length === 0) return index;
  const next = new Map(index);
  for (const key of new Set(keys)) {
    const offers = change(next.get(key) ?? []);
    if (offers.length > 0) next.set(key, offers);
    else next.delete(key);
  }
  return next;
}
