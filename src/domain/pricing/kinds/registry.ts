import type { KindDefinition } from '../kind.js';
import { buyXGetY } from './buy-x-get-y/definition.js';
import type { Kind } from './defineKind.js';
import { fixedAmount } from './fixed-amount/definition.js';
import { fixedPrice } from './fixed-price/definition.js';
import { flashSale } from './flash-sale/definition.js';
import { freeShipping } from './free-shipping/definition.js';
import { memberPrice } from './member-price/definition.js';
import { nthItem } from './nth-item/definition.js';
import { percentage } from './percentage/definition.js';
import { points } from './points/definition.js';
import { quantityGroup } from './quantity-group/definition.js';
import { spendThreshold } from './spend-threshold/definition.js';
import { unitLadder } from './unit-ladder/definition.js';

/** Every kind of promotion. A new one is a folder beside these and a line here. */
export const ALL_KINDS: readonly Kind[] = [
  spendThreshold,
  percentage,
  nthItem,
  buyXGetY,
  flashSale,
  memberPrice,
  fixedAmount,
  fixedPrice,
  quantityGroup,
  unitLadder,
  points,
  freeShipping,
];

/** Kinds by name. */
export type Kinds = ReadonlyMap<string, Kind>;

export function kindsOf(kinds: readonly Kind[]): Kinds {
  return new Map(kinds.map((kind) => [kind.definition.kind, kind]));
}

export const REGISTERED: Kinds = kindsOf(ALL_KINDS);

/** What each kind is, for doors and pages. */
export const KINDS: readonly KindDefinition[] = ALL_KINDS.map(({ definition }) => definition);

/** The newest version of a kind's calculation, by which a published offer is priced. */
export function ruleVersionOf(kind: string): number {
  const versions = REGISTERED.get(kind)?.versions;
  if (!versions) throw new RangeError(`no kind of promotion is called ${kind}`);
  return Math.max(...Object.keys(versions).map(Number));
}
