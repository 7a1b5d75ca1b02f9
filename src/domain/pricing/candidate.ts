import type { Setting } from './calculation.js';
import { type CompiledOffer, compareCompiled } from './compiledOffer.js';
import type { Line } from './purchase.js';
import { inScope } from './scope.js';
import type { Situation } from './situation.js';

/** An offer beside a basket: the lines it could act on, and what its calculation may know. */
export interface Candidate extends CompiledOffer {
  /** Lines in scope, in line order. */
  readonly lines: readonly Line[];
  /** Lines of which it may give; the lines in scope when its kind names no second scope. */
  readonly giftLines: readonly Line[];
  readonly setting: Setting;
}

export function candidateOf(compiled: CompiledOffer, lines: readonly Line[], situation: Situation): Candidate {
  const { purchase, basket, facts } = situation;
  const { offer, kind, calculation, lane, priority, level, group, except, giftScope, isRestricted } = compiled;
  return {
    offer,
    kind,
    calculation,
    lane,
    priority,
    level,
    group,
    except,
    giftScope,
    isRestricted,
    lines,
    giftLines: giftScope ? purchase.lines.filter((line) => inScope(giftScope, line)) : lines,
    setting: {
      level,
      policies: facts.policies,
      buyer: basket.buyer,
      remaining: facts.remaining?.[offer.id],
      cap: offer.cap,
      delivery: basket.delivery,
    },
  };
}

export const compareCandidates: (a: Candidate, b: Candidate) => number = compareCompiled;

/** Whether a use of it is scarce: some of its allowance is known, or it covers so many pieces and no more. */
export function isLimited({ offer, kind, setting }: Candidate): boolean {
  return setting.remaining !== undefined || kind.isLimited?.(offer.benefit) === true;
}
