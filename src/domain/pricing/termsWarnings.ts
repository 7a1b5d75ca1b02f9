import type { Fault } from './kind.js';
import type { Terms } from './offer.js';

interface Step {
  readonly from: number;
  readonly amountOff: number;
}

/** What makes sense but is rarely meant: a higher step of a ladder that gives a lower rate than the one below it. */
export function termsWarnings({ benefit }: Terms): Fault[] {
  return ladderOf(benefit).flatMap((step, at, ladder) => {
    const below = ladder[at - 1];
    if (!below || below.from === 0 || step.amountOff * below.from >= below.amountOff * step.from) return [];
    return [
      {
        pointer: `/benefit/ladder/${at}`,
        code: 'HIGHER_STEP_LOWER_RATE',
        message:
          `${step.amountOff} off ${step.from} is ${percent(step)} %, ` +
          `less than the ${percent(below)} % of the step below, ${below.amountOff} off ${below.from}.`,
      },
    ];
  });
}

function ladderOf(benefit: unknown): readonly Step[] {
  const ladder = (benefit as { readonly ladder?: readonly Record<string, unknown>[] }).ladder ?? [];
  return ladder.flatMap(asStep);
}

// Money off for money spent, or gifts for pieces bought.
function asStep(step: Readonly<Record<string, unknown>>): Step[] {
  const from = step['from'] ?? step['buy'];
  const amountOff = step['amountOff'] ?? step['get'];
  return typeof from === 'number' && typeof amountOff === 'number' ? [{ from, amountOff }] : [];
}

function percent({ from, amountOff }: Step): string {
  const hundredths = Math.floor((amountOff * 10_000) / from);
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}
