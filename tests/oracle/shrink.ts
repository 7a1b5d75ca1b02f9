import type { GoldenQuoteInput } from './goldenCase.js';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type Path = readonly (string | number)[];

/** Fields without which a case is still one. What leaves no sensible case, the predicate refuses. */
const optional = new Set([
  ...['shipping', 'customer', 'channel', 'orderMode', 'at', 'tier', 'points', 'orders', 'orderNumber', 'cancelled'],
  ...['category', 'tags', 'pieces', 'floorPrice', 'originalPrice', 'selected'],
  ...[
    'priority',
    'lane',
    'cap',
    'exclusive',
    'exclusiveScope',
    'stopAfter',
    'group',
    'scope',
    'when',
    'enabled',
    'coupon',
  ],
  ...[
    'alsoGives',
    'excludeTags',
    'minAmount',
    'amountOver',
    'minQuantity',
    'minGrams',
    'tiers',
    'newCustomer',
    'channels',
  ],
  ...[
    'orderModes',
    'window',
    'periodic',
    'days',
    'maxUnits',
    'maxRepeats',
    'maxFree',
    'maxPoints',
    'limit',
    'unitGrams',
  ],
  ...[
    'percentBase',
    'thresholdBase',
    'productBase',
    'exclusiveChoice',
    'groupPick',
    'groupScope',
    'giftChoice',
    'partGift',
  ],
  ...['partUnits', 'greatestDiscountBp', 'id'],
]);
/** Needed although their names are in the list: a line's and a promotion's id, and what points are worth. */
const needed = (path: Path): boolean => path.at(-1) === 'id' && path.length > 1;

/**
 * Greedy: takes any simpler case for which the predicate still holds and starts again from it, until none does. The
 * predicate may throw: such a case counts as not failing.
 */
export function shrink<T extends GoldenQuoteInput>(input: T, stillFails: (input: T) => boolean, mostTries = 20_000): T {
  let smallest = input;
  let tries = 0;
  for (let found = true; found; ) {
    found = false;
    for (const simpler of simplerCases(smallest)) {
      if (tries++ >= mostTries) return smallest;
      if (!holds(simpler, stillFails)) continue;
      smallest = simpler;
      found = true;
      break;
    }
  }
  return smallest;
}

function holds<T>(input: T, stillFails: (input: T) => boolean): boolean {
  try {
    return stillFails(input);
  } catch {
    return false;
  }
}

/** Whole promotions and lines first, then fields, then numbers: what takes most away is tried first. */
function* simplerCases<T>(input: T): Generator<T> {
  const json: Json = JSON.parse(JSON.stringify(input));
  const places = [...placesIn(json, [])];
  const without = (path: Path): T => JSON.parse(JSON.stringify(withChange(json, path, undefined)));
  const sizeFirst = places.filter(({ path }) => isElement(path)).sort((a, b) => a.path.length - b.path.length);
  for (const { path } of sizeFirst) if (mayDropElement(json, path)) yield without(path);
  for (const { path } of places) if (optional.has(String(path.at(-1))) && !needed(path)) yield without(path);
  for (const { path, value } of places) {
    if (typeof value !== 'number') continue;
    for (const less of smallerNumbers(value, leastFor(path)))
      yield JSON.parse(JSON.stringify(withChange(json, path, less)));
  }
}

function* placesIn(value: Json, path: Path): Generator<{ path: Path; value: Json }> {
  if (path.length > 0) yield { path, value };
  if (typeof value !== 'object' || value === null) return;
  const children: [string | number, Json][] = isList(value) ? [...value.entries()] : Object.entries(value);
  for (const [key, child] of children) yield* placesIn(child, [...path, key]);
}

function isElement(path: Path): boolean {
  return typeof path.at(-1) === 'number';
}

/** A list keeps one element, but for the promotions, of which there may be none. */
function mayDropElement(json: Json, path: Path): boolean {
  const list = path.slice(0, -1).reduce<Json | undefined>((value, key) => childOf(value, key), json);
  return path[0] === 'promotions' && path.length === 2 ? true : list !== undefined && isList(list) && list.length > 1;
}

/** A number below which the case would make no sense: nobody buys nothing, and a rate off is above zero. */
function leastFor(path: Path): number {
  const name = String(path.at(-1));
  if (name === 'nth' || name === 'groupSize') return 2;
  return mayBeZero.has(name) ? 0 : 1;
}

const mayBeZero = new Set(['price', 'floorPrice', 'from', 'fromQuantity', 'priority', 'lane', 'shipping', 'points']);

function smallerNumbers(value: number, least: number): number[] {
  const halves = [0, 1, 10 ** Math.floor(Math.log10(Math.max(1, value))), Math.floor(value / 2), value - 1];
  return [...new Set(halves)].filter((less) => less >= least && less < value);
}

function withChange(value: Json, path: Path, change: Json | undefined): Json | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return change;
  const changed = withChange(childOf(value, key) ?? null, rest, change);
  if (isList(value))
    return value.flatMap((child, at) => (at !== key ? [child] : changed === undefined ? [] : [changed]));
  if (typeof value !== 'object' || value === null) return value;
  const { [key]: _, ...others } = value;
  return changed === undefined ? others : { ...value, [key]: changed };
}

function childOf(value: Json | undefined, key: string | number): Json | undefined {
  if (value === undefined || typeof value !== 'object' || value === null) return undefined;
  if (isList(value)) return typeof key === 'number' ? value[key] : undefined;
  return value[key];
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
