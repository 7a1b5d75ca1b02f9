import { either, type Infer, list, oneOf, optional, record } from '../../../kernel/shape.js';
import type { Fault, Language } from '../../kind.js';
import { LANES } from '../../offer.js';
import { spokenMoney } from '../../sentences/spoken.js';
import { amountOff, amountReached, MAX_STEPS, times } from '../bounds.js';
import { defineKind } from '../defineKind.js';
import { notRising } from '../risingSteps.js';
import { calculation1 } from './calculation1.js';

const benefit = either(
  record({
    ladder: list(record({ from: amountReached, amountOff }), 1, MAX_STEPS),
    repeat: optional(oneOf(['greedy'], 'The highest step as often as it fits, then lower steps on the rest')),
  }),
  record({ every: amountOff, amountOff, maxRepeats: optional(times) }),
);

export type SpendThreshold = Infer<typeof benefit>;

/** 满减: money off from an amount. */
export const spendThreshold = defineKind({
  definition: {
    kind: 'spend-threshold',
    name: { zh: '满减', en: 'Spend and save' },
    lane: LANES.basket,
    level: 'order',
    benefit,
    faults: ({ benefit }) => ('ladder' in benefit ? ladderFaults(benefit.ladder) : everyFaults(benefit)),
    sentence,
  },
  levels: ['order'],
  versions: { 1: calculation1 },
});

type Ladder = Extract<SpendThreshold, { ladder: unknown }>['ladder'];

function ladderFaults(ladder: Ladder): Fault[] {
  const generous = ladder.flatMap((step, at) =>
    step.from > 0 && step.amountOff > step.from ? [givesMoreThanItAsks(`/benefit/ladder/${at}/amountOff`, step)] : [],
  );
  return [...notRising(ladder, 'from', 'amountOff'), ...generous];
}

function everyFaults({ every, amountOff }: Extract<SpendThreshold, { every: unknown }>): Fault[] {
  return amountOff > every ? [givesMoreThanItAsks('/benefit/amountOff', { from: every, amountOff })] : [];
}

function givesMoreThanItAsks(pointer: string, step: { readonly from: number; readonly amountOff: number }): Fault {
  return {
    pointer,
    code: 'STEP_GIVES_MORE_THAN_IT_ASKS',
    message: `${step.amountOff} fen off from ${step.from} fen: a step gives at most what it asks.`,
  };
}

function sentence(benefit: SpendThreshold, language: Language): string {
  const money = (fen: number) => spokenMoney(fen, language);
  if ('every' in benefit) {
    const { every, amountOff, maxRepeats } = benefit;
    if (language === 'zh')
      return `每满${money(every)}减${money(amountOff)}${maxRepeats ? `，最多${maxRepeats}次` : ''}`;
    return `${money(amountOff)} off every ${money(every)}${maxRepeats ? `, at most ${maxRepeats} times` : ''}`;
  }
  const steps = benefit.ladder.map(({ from, amountOff }) =>
    language === 'zh' ? `满${money(from)}减${money(amountOff)}` : `${money(amountOff)} off from ${money(from)}`,
  );
  const repeats = benefit.repeat ? (language === 'zh' ? '，可累计' : ', repeating') : '';
  return steps.join(language === 'zh' ? '，' : ', ') + repeats;
}
