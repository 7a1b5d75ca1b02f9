import { sameJson } from '../kernel/canonicalJson.js';
import type { PromotionTerms } from './events.js';

/** One thing that may change while a promotion is in force, and how. */
export interface AllowedChange {
  readonly what: string;
  readonly field: keyof PromotionTerms;
  readonly allows: (before: PromotionTerms, after: PromotionTerms) => boolean;
}

/**
 * Customers hold quotes of a running promotion: it may get a better name, a later end and other limits (what is held
 * and confirmed stands), nothing that alters a price.
 */
export const RUNNING_MAY_CHANGE: readonly AllowedChange[] = [
  { what: 'name', field: 'name', allows: () => true },
  { what: 'a later end', field: 'schedule', allows: onlyALaterEnd },
  { what: 'limits', field: 'limits', allows: () => true },
];

/** Fields that differ and that no rule allows to differ so. */
export function changesOutside(
  rules: readonly AllowedChange[],
  before: PromotionTerms,
  after: PromotionTerms,
): string[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof PromotionTerms>;
  return [...fields].filter(
    (field) =>
      !sameJson(before[field] ?? null, after[field] ?? null) &&
      !rules.some((rule) => rule.field === field && rule.allows(before, after)),
  );
}

function onlyALaterEnd(before: PromotionTerms, after: PromotionTerms): boolean {
  const { until: endedAt, ...restBefore } = before.schedule ?? {};
  const { until: endsAt, ...restAfter } = after.schedule ?? {};
  return sameJson(restBefore, restAfter) && endedAt !== undefined && (endsAt === undefined || endsAt >= endedAt);
}
