import type { Infer, Shape } from '../../kernel/shape.js';
import type { Calculation } from '../calculation.js';
import type { KindDefinition } from '../kind.js';
import type { Level, Scope } from '../offer.js';

/** A kind of promotion, whole: what it is, and every released version of how it is reckoned. */
export interface Kind {
  readonly definition: KindDefinition;
  /** Levels its terms may name. */
  readonly levels: readonly Level[];
  /** By `Offer.ruleVersion`. A released version stays beside the newer one: old quotes are priced again with it. */
  readonly versions: Readonly<Record<number, Calculation>>;
  /** What it may give lies in a second scope. */
  readonly giftScope?: (benefit: unknown) => Scope | undefined;
  /** Its terms cover a limited number of pieces or grams. */
  readonly isLimited?: (benefit: unknown) => boolean;
  /** Its discount counts towards the store's greatest discount and is trimmed by it. */
  readonly countsAsDiscount: boolean;
  /** It works with points the customer chose to use. */
  readonly spendsPoints: boolean;
  /** It gives of the delivery fee, of which there is one for the whole basket. */
  readonly waivesDelivery: boolean;
}

interface KindParts<S extends Shape> {
  readonly definition: KindDefinition<S>;
  readonly levels: readonly Level[];
  readonly versions: Readonly<Record<number, Calculation<Infer<S>>>>;
  readonly giftScope?: (benefit: Infer<S>) => Scope | undefined;
  readonly isLimited?: (benefit: Infer<S>) => boolean;
  readonly countsAsDiscount?: boolean;
  readonly spendsPoints?: boolean;
  readonly waivesDelivery?: boolean;
}

/** Joins the parts of a kind. The benefit's type ends here: doors have checked it against the kind's shape. */
export function defineKind<S extends Shape>(parts: KindParts<S>): Kind {
  const { definition, levels, versions, giftScope, isLimited } = parts;
  const { countsAsDiscount = true, spendsPoints = false, waivesDelivery = false } = parts;
  const kind = { definition, levels, versions, giftScope, isLimited, countsAsDiscount, spendsPoints, waivesDelivery };
  return kind as unknown as Kind;
}
