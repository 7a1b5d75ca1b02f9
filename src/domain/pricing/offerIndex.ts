import { PersistentMap } from '../kernel/persistentMap.js';
import { type CompiledOffer, compareCompiled, compileOffer } from './compiledOffer.js';
import { type Kinds, REGISTERED } from './kinds/registry.js';
import type { Offer } from './offer.js';
import type { Line, Purchase } from './purchase.js';
import { isExcepted } from './scope.js';
import type { Touching } from './touching.js';

/** Offers in force, found by what their scopes name. Never changed: a change gives a new index, quotes go on with theirs. */
export interface OfferIndex {
  readonly kinds: Kinds;
  readonly byId: PersistentMap<CompiledOffer>;
  /** In their order. */
  readonly storeWide: readonly CompiledOffer[];
  readonly bySku: PersistentMap<Named>;
  readonly byCategory: PersistentMap<Named>;
}

/** The offers whose scope names one SKU or category. */
interface Named {
  /** Their scope names nothing else: they all have the same lines. */
  readonly alone: readonly CompiledOffer[];
  /** Their scope names others too. */
  readonly amongOthers: readonly CompiledOffer[];
}

const NONE: Named = { alone: [], amongOthers: [] };

/** Compiles offers into an index: a quote then costs what touches its basket, not what exists. */
export function compileOffers(offers: readonly Offer[], kinds: Kinds = REGISTERED): OfferIndex {
  const compiled = offers.map((offer) => compileOffer(offer, kinds));
  const named = { skus: new Map<string, CompiledOffer[]>(), categories: new Map<string, CompiledOffer[]>() };
  for (const one of compiled) {
    const { by, keys } = keysOf(one.offer);
    for (const key of keys) add(named[by], key, one);
  }
  return {
    kinds,
    byId: PersistentMap.of(compiled.map((one) => [one.offer.id, one])),
    storeWide: compiled.filter(isStoreWide).sort(compareCompiled),
    bySku: PersistentMap.of([...named.skus].map(([key, offers]) => [key, apart(offers)])),
    byCategory: PersistentMap.of([...named.categories].map(([key, offers]) => [key, apart(offers)])),
  };
}

/** The index with an offer added, or put in the place of the one of its id. */
export function withOffer(index: OfferIndex, offer: Offer): OfferIndex {
  const compiled = compileOffer(offer, index.kinds);
  const others = withoutOffer(index, offer.id);
  return {
    ...changed(others, compiled, (offers) => [...offers, compiled]),
    byId: others.byId.with(offer.id, compiled),
    storeWide: isStoreWide(compiled) ? [...others.storeWide, compiled].sort(compareCompiled) : others.storeWide,
  };
}

/** The index without the offer of an id. */
export function withoutOffer(index: OfferIndex, id: string): OfferIndex {
  const gone = index.byId.get(id);
  if (!gone) return index;
  const without = (offers: readonly CompiledOffer[]) => offers.filter((other) => other !== gone);
  return {
    ...changed(index, gone, without),
    byId: index.byId.without(id),
    storeWide: isStoreWide(gone) ? without(index.storeWide) : index.storeWide,
  };
}

/** The offers that touch a purchase, each with its lines in line order. */
export function lookUpOffers(index: OfferIndex, purchase: Purchase): Touching[] {
  const touching: Touching[] = [];
  for (const compiled of index.storeWide) touch(touching, compiled, purchase.lines);
  const met: Met = { named: [], lines: [], spread: undefined };
  for (const line of purchase.lines) {
    meet(met, index.bySku.get(line.sku), line);
    for (const category of line.categories) meet(met, index.byCategory.get(category), line);
  }
  for (let at = 0; at < met.named.length; at++) {
    for (const compiled of met.named[at]!.alone) touch(touching, compiled, met.lines[at]!);
  }
  if (met.spread) for (const [compiled, lines] of met.spread) touch(touching, compiled, lines);
  return touching;
}

/** What a basket has met so far. Baskets name few things: a list is searched sooner than a map is made. */
interface Met {
  readonly named: Named[];
  /** Lines of each of `named`. */
  readonly lines: Line[][];
  /** Lines of offers whose scope names several. */
  spread: Map<CompiledOffer, Line[]> | undefined;
}

function meet(met: Met, named: Named | undefined, line: Line): void {
  if (!named) return;
  const known = met.named.indexOf(named);
  if (known < 0) {
    met.named.push(named);
    met.lines.push([line]);
  } else append(met.lines[known]!, line);
  for (const compiled of named.amongOthers) {
    met.spread ??= new Map();
    const lines = met.spread.get(compiled);
    if (lines) append(lines, line);
    else met.spread.set(compiled, [line]);
  }
}

function touch(touching: Touching[], compiled: CompiledOffer, named: readonly Line[]): void {
  const { except } = compiled;
  const lines = except ? named.filter((line) => !isExcepted(except, line)) : named;
  if (lines.length > 0) touching.push({ compiled, lines });
}

// A line of two categories of one scope is met twice.
function append(lines: Line[], line: Line): void {
  if (lines.at(-1) !== line) lines.push(line);
}

function isStoreWide({ offer: { scope } }: CompiledOffer): boolean {
  return !scope.skus && !scope.categories && scope.store === true;
}

function keysOf({ scope: { skus, categories } }: Offer): { by: 'skus' | 'categories'; keys: readonly string[] } {
  return skus ? { by: 'skus', keys: [...new Set(skus)] } : { by: 'categories', keys: [...new Set(categories)] };
}

function namesOneKey({ offer }: CompiledOffer): boolean {
  return keysOf(offer).keys.length === 1;
}

function apart(offers: readonly CompiledOffer[]): Named {
  return { alone: offers.filter(namesOneKey), amongOthers: offers.filter((offer) => !namesOneKey(offer)) };
}

function add(index: Map<string, CompiledOffer[]>, key: string, compiled: CompiledOffer): void {
  const offers = index.get(key);
  if (offers) offers.push(compiled);
  else index.set(key, [compiled]);
}

/** The index with the offers of each key an offer names changed. */
function changed(
  index: OfferIndex,
  { offer }: CompiledOffer,
  change: (offers: readonly CompiledOffer[]) => readonly CompiledOffer[],
): OfferIndex {
  const { by, keys } = keysOf(offer);
  const field = by === 'skus' ? 'bySku' : 'byCategory';
  let next = index[field];
  for (const key of keys) {
    const { alone, amongOthers } = next.get(key) ?? NONE;
    const offers = change([...alone, ...amongOthers]);
    next = offers.length > 0 ? next.with(key, apart(offers)) : next.without(key);
  }
  return { ...index, [field]: next };
}
