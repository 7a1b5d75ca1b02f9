import type { RejectionFacts } from '../kernel/rejection.js';
import { attempt, type Given, worthOf } from './attempt.js';
import type { Nothing } from './calculation.js';
import { type Candidate, compareCandidates } from './candidate.js';
import type { Line } from './purchase.js';
import type { Reason, RefusedOffer } from './quote.js';
import { isOpenLine, type Running, runningAtList } from './running.js';
import type { Choice } from './selection/choose.js';
import { isExclusive } from './selection/exclusive.js';
import type { Situation } from './situation.js';
import type { Step, Walk } from './walk.js';

/** Why each candidate that gave nothing gave nothing. */
export function refusalsOf(
  candidates: readonly Candidate[],
  choice: Choice,
  walk: Walk,
  situation: Situation,
): RefusedOffer[] {
  const tried = new Map(walk.steps.map((step) => [step.candidate, step]));
  const refused: RefusedOffer[] = [];
  for (const candidate of candidates) {
    const step = tried.get(candidate);
    if (step?.outcome.gives === 'something') continue;
    const own =
      step && !takesSets(situation)
        ? refusalOfTried(step, step.outcome as Nothing, walk, situation)
        : refusalOfUntried(candidate, choice, walk, situation);
    refused.push((own.reason === 'no-eligible-line' && displacedFromLines(candidate, walk, situation)) || own);
  }
  return refused;
}

function refusalOfTried(step: Step, nothing: Nothing, walk: Walk, situation: Situation): RefusedOffer {
  const { candidate } = step;
  return (step.won && lostEveryLine(candidate, step.won, walk, situation)) || refusal(candidate, nothing);
}

/** Where each line has its own pick: what it would have given at the pick went to other members of its group. */
function lostEveryLine(
  candidate: Candidate,
  won: readonly Line[],
  walk: Walk,
  situation: Situation,
): RefusedOffer | undefined {
  const inGroup = (other: { readonly candidate: Candidate }) => other.candidate.group === candidate.group;
  const pickedOn = walk.steps.find(inGroup)!.before;
  const members = [...walk.steps, ...walk.passedOver].filter(inGroup).map((member) => member.candidate);
  const rival = members.find((member) => member !== candidate && givesAmount(member, pickedOn, situation));
  if (!rival) return undefined;
  const outcome = attempt(candidate, pickedOn, situation);
  if (outcome.gives === 'something' && takesAnyOf(won, outcome)) return undefined;
  return judged(candidate, pickedOn, 'lost-to-better', rival, situation);
}

function givesAmount(candidate: Candidate, on: Running, situation: Situation): boolean {
  const outcome = attempt(candidate, on, situation);
  return outcome.gives === 'something' && outcome.amount > 0;
}

function takesAnyOf(won: readonly Line[], { lines, shares }: Given): boolean {
  return lines.some((line, index) => shares[index]! > 0 && won.includes(line));
}

/**
 * An offer passed over for another is judged on the prices on which the other was taken; if it would have given
 * nothing there, that is the reason.
 */
function refusalOfUntried(candidate: Candidate, choice: Choice, walk: Walk, situation: Situation): RefusedOffer {
  if (takesSets(situation)) {
    const atList = judged(
      candidate,
      runningAtList(situation),
      'lost-to-better',
      rivalOf(candidate, choice, walk),
      situation,
    );
    return atList.reason === 'threshold-not-met' ? shortAtItsTurn(candidate, atList, walk, situation) : atList;
  }
  if (choice.exclusive) {
    return judged(candidate, runningAtList(situation), 'displaced-by-exclusive', choice.exclusive, situation);
  }
  const passed = walk.passedOver.find((other) => other.candidate === candidate);
  if (passed) {
    const reason = passed.because === 'stop' ? 'stopped' : 'lost-to-better';
    return judged(candidate, passed.for.before, reason, passed.for.candidate, situation);
  }
  if (isExclusive(candidate))
    return judged(candidate, runningAtList(situation), 'lost-to-better', undefined, situation);
  const winner = walk.steps.find((step) => candidate.group !== undefined && step.candidate.group === candidate.group);
  if (winner) return judged(candidate, winner.before, 'lost-to-better', winner.candidate, situation);
  const stopper = walk.steps.find((step) => stopped(step, candidate));
  if (stopper) return judged(candidate, stopper.before, 'stopped', stopper.candidate, situation);
  return judged(candidate, pricesAtItsTurn(candidate, walk), 'lost-to-better', undefined, situation);
}

// What is missing is counted on the prices it would meet: a customer who buys that much more must reach it.
function shortAtItsTurn(candidate: Candidate, atList: RefusedOffer, walk: Walk, situation: Situation): RefusedOffer {
  const there = attempt(candidate, pricesAtItsTurn(candidate, walk), situation);
  if (there.gives === 'something') return atList;
  const judgedThere =
    there.reason === 'no-eligible-line' ? displacedFromLines(candidate, walk, situation) : refusal(candidate, there);
  return judgedThere?.reason === atList.reason ? judgedThere : atList;
}

function takesSets({ facts }: Situation): boolean {
  return facts.policies.selection === 'best-for-customer';
}

// A set is taken whole, on list prices: what would give something there lost to the better set.
function rivalOf(candidate: Candidate, choice: Choice, walk: Walk): Candidate | undefined {
  const inGroup = ({ group }: Candidate) => group !== undefined && group === candidate.group;
  return choice.exclusive ?? walk.steps.find((step) => inGroup(step.candidate))?.candidate;
}

function stopped({ candidate, outcome }: Step, later: Candidate): boolean {
  return (
    candidate.offer.stacking?.stopAfter === true &&
    outcome.gives === 'something' &&
    compareCandidates(candidate, later) < 0
  );
}

function pricesAtItsTurn(candidate: Candidate, walk: Walk): Running {
  const next = walk.steps.find((step) => compareCandidates(candidate, step.candidate) < 0);
  return next?.before ?? walk.end;
}

// All its lines were closed: it is judged where the last of them was.
function displacedFromLines(candidate: Candidate, walk: Walk, situation: Situation): RefusedOffer | undefined {
  const closer = whoClosedLast(candidate, walk);
  return closer && judged(candidate, closer.before, closedReason(candidate, closer), closer.candidate, situation);
}

function whoClosedLast({ lines }: Candidate, walk: Walk): Step | undefined {
  const isShutBy = ({ before }: Step, at: number) => {
    const { closed } = walk.steps[at + 1]?.before ?? walk.end;
    return lines.some((line) => isOpenLine(line, before.closed) && !isOpenLine(line, closed));
  };
  return walk.steps.findLast(isShutBy);
}

function closedReason({ group }: Candidate, closer: Step): Reason {
  return group !== undefined && group === closer.candidate.group ? 'lost-to-better' : 'displaced-by-exclusive';
}

function judged(
  candidate: Candidate,
  on: Running,
  otherwise: Reason,
  displacedBy: Candidate | undefined,
  situation: Situation,
): RefusedOffer {
  const wouldGive = worthOf(candidate, on, situation);
  if (typeof wouldGive !== 'number') return refusal(candidate, wouldGive);
  const facts: RejectionFacts = { ...(displacedBy && { displacedBy: displacedBy.offer.id }), wouldGive };
  return { offer: candidate.offer.id, kind: candidate.offer.kind, reason: otherwise, facts };
}

function refusal({ offer }: Candidate, { reason, shortfall, facts }: Nothing): RefusedOffer {
  return { offer: offer.id, kind: offer.kind, reason, ...(shortfall && { shortfall }), facts: facts() };
}
