import type { Fen } from '../kernel/money.js';
import type { Given } from './attempt.js';
import type { Candidate } from './candidate.js';
import { dictionary } from './dictionary.js';
import type { AppliedOffer, Gift, Quote, QuotedLine, RefusedOffer } from './quote.js';
import type { Running } from './running.js';
import type { Situation } from './situation.js';
import type { Walk } from './walk.js';

const NO_SHARES: QuotedLine['shares'] = {};

/** Puts the answer together: lines with their shares, what applied, what did not. */
export function quoteOf(situation: Situation, walk: Walk, refused: readonly RefusedOffer[], proven: boolean): Quote {
  const { purchase } = situation;
  const shares = new Array<Record<string, Fen> | undefined>(purchase.lines.length);
  const applied: AppliedOffer[] = [];
  const gifts: Gift[] = [];
  for (const { candidate, before, outcome } of walk.steps) {
    if (outcome.gives === 'nothing') continue;
    for (let index = 0; index < outcome.lines.length; index++) {
      if (outcome.shares[index]! === 0) continue;
      const { at } = outcome.lines[index]!;
      shares[at] ??= dictionary();
      shares[at][candidate.offer.id] = outcome.shares[index]!;
    }
    for (const gift of outcome.gifts) gifts.push(gift);
    applied.push(appliedOf(candidate, before, outcome, situation));
  }
  const { goods, delivery } = walk.end;
  const lines = purchase.lines.map((line): QuotedLine => {
    const pay = walk.end.prices[line.at]!;
    return {
      id: line.id,
      sku: line.sku,
      list: line.list,
      discount: line.list - pay,
      pay,
      shares: shares[line.at] ?? NO_SHARES,
    };
  });
  return {
    list: purchase.list,
    discount: purchase.list - goods,
    goods,
    delivery,
    pay: goods + delivery,
    lines,
    gifts,
    applied,
    refused,
    proven,
  };
}

function appliedOf(candidate: Candidate, before: Running, given: Given, situation: Situation): AppliedOffer {
  const { amount, delivery, ungiven, explained } = given;
  const bit = given.reckoned === amount ? undefined : whatBit(candidate, before, given, situation);
  const facts = bit ? { ...explained.facts(), ...bit } : explained.facts();
  const { id, kind } = candidate.offer;
  const nextRung = explained.nextRung?.();
  return nextRung
    ? { offer: id, kind, amount, delivery, ungiven, facts, nextRung }
    : { offer: id, kind, amount, delivery, ungiven, facts };
}

/** What made the offer give less than it reckoned: its cap, the store's greatest discount, floors. */
function whatBit({ offer, kind }: Candidate, before: Running, given: Given, situation: Situation) {
  const { greatestDiscount } = situation;
  const trimsAt = greatestDiscount - before.counted;
  const atFloor = given.lines.filter(
    (line, index) => line.floor > 0 && before.prices[line.at]! - given.shares[index]! === line.floor,
  );
  return {
    reckoned: given.reckoned,
    ...(offer.cap !== undefined && given.reckoned > offer.cap && { cap: offer.cap }),
    ...(kind.countsAsDiscount && given.reckoned > trimsAt && { greatestDiscount }),
    ...(atFloor.length > 0 && { atFloor: atFloor.map((line) => line.id) }),
  };
}
