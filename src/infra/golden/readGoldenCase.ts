import type { Basket, Buyer, Channel, OrderMode, PricedLine } from '../../domain/pricing/basket.js';
import type { PricingFacts } from '../../domain/pricing/facts.js';
import { ruleVersionOf } from '../../domain/pricing/kinds/registry.js';
import type { Audience, Conditions, Offer, Scope, Stacking } from '../../domain/pricing/offer.js';
import { DEFAULT_POLICIES, type Policies } from '../../domain/pricing/policies.js';
import { localTimeIn } from '../zones/localTimes.js';
import type { GoldenCase, GoldenCustomer, GoldenLine, GoldenPromotion, GoldenScope } from './goldenCase.js';
import { scheduleOf } from './goldenSchedule.js';

/** A golden case in the engine's own words. */
export interface PricingCase {
  readonly basket: Basket;
  readonly offers: readonly Offer[];
  readonly facts: PricingFacts;
  /** Promotions with `enabled: false`: no offer in force, so the engine never sees them. */
  readonly disabled: readonly string[];
}

const NO_MATTER_WHEN = '2026-01-01T00:00:00.000Z';

/** Maps the golden vocabulary to the engine's. What a case leaves out has the value its README gives it. */
export function readGoldenCase(golden: GoldenCase): PricingCase {
  const promotions = (golden.promotions ?? []).filter(({ enabled }) => enabled !== false);
  const offers = promotions.map(offerOf);
  const at = golden.at === undefined ? NO_MATTER_WHEN : new Date(golden.at).toISOString();
  const zones = offers.flatMap(({ schedule }) => schedule?.recurrence?.zone ?? []);
  return {
    basket: {
      lines: (golden.lines ?? []).map(lineOf),
      buyer: buyerOf(golden.customer ?? {}),
      ...(golden.channel !== undefined && { channel: golden.channel as Channel }),
      orderMode: (golden.orderMode ?? 'normal') as OrderMode,
      delivery: golden.shipping ?? 0,
      coupons: promotions.filter(({ coupon }) => coupon).map(({ id }) => id),
    },
    offers,
    facts: {
      at,
      local: Object.fromEntries(zones.map((zone) => [zone, localTimeIn(zone, at)])),
      policies: policiesOf(golden),
    },
    disabled: (golden.promotions ?? []).filter(({ enabled }) => enabled === false).map(({ id }) => id),
  };
}

/** Switches the engine knows; a case that names none for the selection runs under priority. */
function policiesOf({ policy = {} }: GoldenCase): Policies {
  const known = Object.keys(policy).filter((name) => name in DEFAULT_POLICIES || name === 'greatestDiscountBp');
  const named = Object.fromEntries(known.map((name) => [name, policy[name]])) as Partial<Policies>;
  return { ...DEFAULT_POLICIES, selection: 'priority', ...named };
}

function lineOf({ category, tags, ...line }: GoldenLine): PricedLine {
  return { ...line, categories: category === undefined ? [] : [category], tags: tags ?? [] };
}

function buyerOf({ tier, points, orderNumber, orders }: GoldenCustomer): Buyer {
  const number = orders ? orders.placed - (orders.cancelled ?? 0) + 1 : orderNumber;
  return {
    ...(tier !== undefined && { tier }),
    ...(points !== undefined && { points }),
    ...(number !== undefined && { orderNumber: number }),
  };
}

function offerOf(promotion: GoldenPromotion): Offer {
  const { id, kind, level, cap, coupon, alsoGives, when = {} } = promotion;
  const { channels, orderModes, window, periodic, tiers, orderNumber, newCustomer, ...conditions } = when;
  const schedule = scheduleOf(window, periodic);
  return {
    id,
    kind,
    ruleVersion: ruleVersionOf(kind),
    benefit: benefitOf(promotion),
    scope: scopeOf(promotion.scope),
    when: conditions satisfies Conditions,
    audience: {
      ...(tiers && { tiers }),
      ...(orderNumber !== undefined && { orderNumber }),
      ...(newCustomer !== undefined && { newCustomer }),
    } satisfies Audience,
    stacking: stackingOf(promotion),
    ...(level && { level }),
    ...(channels && { channels: channels as Channel[] }),
    ...(orderModes && { orderModes: orderModes as OrderMode[] }),
    ...(schedule && { schedule }),
    ...(cap !== undefined && { cap }),
    ...(coupon && { coupon }),
    ...(alsoGives && { alsoGives }),
  };
}

function stackingOf({ lane, priority, exclusive, exclusiveScope, stopAfter, group }: GoldenPromotion): Stacking {
  return {
    lane: lane ?? 0,
    priority: priority ?? 0,
    ...(exclusive && { exclusive: exclusiveScope === 'line' ? ('line' as const) : ('order' as const) }),
    ...(stopAfter && { stopAfter }),
    ...(group !== undefined && { group }),
  };
}

function scopeOf(scope: GoldenScope | undefined): Scope {
  const { excludeTags, ...named } = scope ?? {};
  const isNamed = named.store || named.categories || named.skus;
  return { ...(isNamed ? named : { store: true }), ...(excludeTags && { except: { tags: excludeTags } }) };
}

function benefitOf({ benefit = {} }: GoldenPromotion): unknown {
  const get = benefit['get'] as { readonly scope?: GoldenScope } | undefined;
  const ladder = benefit['ladder'] as readonly GoldenStep[] | undefined;
  return {
    ...benefit,
    ...(get?.scope && { get: { ...get, scope: scopeOf(get.scope) } }),
    ...(ladder && { ladder: ladder.toSorted((a, b) => askedBy(a) - askedBy(b)) }),
  };
}

/** A step of any ladder; the vocabulary says nothing of their order. */
interface GoldenStep {
  readonly from?: number;
  readonly fromQuantity?: number;
  readonly buy?: number;
}

function askedBy({ from, fromQuantity, buy }: GoldenStep): number {
  return from ?? fromQuantity ?? buy ?? 0;
}
