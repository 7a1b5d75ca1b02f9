import type { Fen } from '../kernel/money.js';
import type { TracedLine, TracedStep } from './quote.js';
import type { Running } from './running.js';
import type { Step, Walk } from './walk.js';

/** Every turn of the set that was taken, in order, with running totals. */
export function traceOf({ steps, end }: Walk): TracedStep[] {
  return steps.map((step, at) => tracedStep(step, steps[at + 1]?.before ?? end));
}

function tracedStep({ candidate, before, outcome }: Step, after: Running): TracedStep {
  const { offer, lane, priority, lines } = candidate;
  const gives = outcome.gives === 'something';
  return {
    offer: offer.id,
    kind: offer.kind,
    lane,
    priority,
    gave: gives ? { amount: outcome.amount, delivery: outcome.delivery } : { nothing: outcome.reason },
    facts: gives ? outcome.explained.facts() : outcome.facts(),
    lines: (gives && outcome.amount > 0 ? outcome.lines : lines).map(
      ({ id, at, floor }): TracedLine => tracedLine(id, before.prices[at]!, after.prices[at]!, floor),
    ),
    goods: after.goods,
    delivery: after.delivery,
    giftValue: after.gifts,
  };
}

function tracedLine(line: string, before: Fen, after: Fen, floor: Fen): TracedLine {
  return { line, before, share: before - after, after, floor };
}
