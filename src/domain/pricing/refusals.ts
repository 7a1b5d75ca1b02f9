import type { Fen } from '../kernel/money.js';
import type { RejectionFacts } from '../kernel/rejection.js';
import { attempt, type Given, worthAtList, worthOf } from './attempt.js';
import type { Nothing } from './calculation.js';
import { type Candidate, compareCandidates } from './candidate.js';
import type { Line } from './purchase.js';
import type { Reason, RefusedOffer } from './quote.js';
import { isOpenLine, type Running } from './running.js';
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
  const refused: RefusedOffer[] = [];
  const setTaken = takesSets(situation) ? { choice, walk, inGroups: stepsInGroups(walk) } : undefined;
  // Steps come in the order of the candidates.
  let next = 0;
  for (const candidate of candidates) {
    const step = walk.steps[next]?.candidate === candidate ? walk.steps[next++] : undefined;
    if (step?.outcome.gives === 'something') continue;
    let own: RefusedOffer;
    if (setTaken) own = refusalBesideSet(candidate, walk.steps[next]?.before ?? walk.end, setTaken, situation);
    else if (step) own = refusalOfTried(step, step.outcome as Nothing, walk, situation);
    else own = refusalOfUntried(candidate, choice, walk, situation);
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

/** The set that was taken, and of each group the step that took it. */
interface SetTaken {
  readonly choice: Choice;
  readonly walk: Walk;
  readonly inGroups: ReadonlyMap<string, Candidate>;
}

function stepsInGroups({ steps }: Walk): ReadonlyMap<string, Candidate> {
  const inGroups = new Map<string, Candidate>();
  for (const { candidate } of steps) {
    const { group } = candidate;
    if (group !== undefined && !inGroups.has(group)) inGroups.set(group, candidate);
  }
  return inGroups;
}

// A set is taken whole, on list prices: what would give something there lost to the better set.
function refusalBesideSet(
  candidate: Candidate,
  atItsTurn: Running,
  { choice, walk, inGroups }: SetTaken,
  situation: Situation,
): RefusedOffer {
  const { group } = candidate;
  const rival = choice.exclusive ?? (group === undefined ? undefined : inGroups.get(group));
  const atList = refusalOrRival(candidate, worthAtList(candidate, situation), 'lost-to-better', rival);
  return atList.reason === 'threshold-not-met' ? shortAtItsTurn(candidate, atList, atItsTurn, walk, situation) : atList;
}

/**
 * An offer passed over for another is judged on the prices on which the other was taken; if it would have given
 * nothing there, that is the reason.
 */
function refusalOfUntried(candidate: Candidate, choice: Choice, walk: Walk, situation: Situation): RefusedOffer {
  if (choice.exclusive) {
    return judged(candidate, situation.atList, 'displaced-by-exclusive', choice.exclusive, situation);
  }
  const passed = walk.passedOver.find((other) => other.candidate === candidate);
  if (passed) {
    const reason = passed.because === 'stop' ? 'stopped' : 'lost-to-better';
    return judged(candidate, passed.for.before, reason, passed.for.candidate, situation);
  }
  if (isExclusive(candidate)) return judged(candidate, situation.atList, 'lost-to-better', undefined, situation);
  const winner = walk.steps.find((step) => candidate.group !== undefined && step.candidate.group === candidate.group);
  if (winner) return judged(candidate, winner.before, 'lost-to-better', winner.candidate, situation);
  const stopper = walk.steps.find((step) => stopped(step, candidate));
  if (stopper) return judged(candidate, stopper.before, 'stopped', stopper.candidate, situation);
  return judged(candidate, pricesAtItsTurn(candidate, walk), 'lost-to-better', undefined, situation);
}

// What is missing is counted on the prices it would meet: a customer who buys that much more must reach it.
function shortAtItsTurn(
  candidate: Candidate,
  atList: RefusedOffer,
  atItsTurn: Running,
  walk: Walk,
  situation: Situation,
): RefusedOffer {
  const there = attempt(candidate, atItsTurn, situation);
  if (there.gives === 'something') return atList;
  const judgedThere =
    there.reason === 'no-eligible-line' ? displacedFromLines(candidate, walk, situation) : refusal(candidate, there);
  return judgedThere?.reason === atList.reason ? judgedThere : atList;
}

function takesSets({ facts }: Situation): boolean {
  return facts.policies.selection === 'best-for-customer';
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
  return refusalOrRival(candidate, worthOf(candidate, on, situation), otherwise, displacedBy);
}

function refusalOrRival(
  candidate: Candidate,
  wouldGive: Fen | Nothing,
  otherwise: Reason,
  displacedBy: Candidate | undefined,
): RefusedOffer {
  if (typeof wouldGive !== 'number') return refusal(candidate, wouldGive);
  const facts: RejectionFacts = displacedBy ? { displacedBy: displacedBy.offer.id, wouldGive } : { wouldGive };
  return { offer: candidate.offer.id, kind: candidate.offer.kind, reason: otherwise, facts };
}

function refusal({ offer }: Candidate, { reason, shortfall, facts }: Nothing): RefusedOffer {
  return shortfall
    ? { offer: offer.id, kind: offer.kind, reason, shortfall, facts: facts() }
    : { offer: offer.id, kind: offer.kind, reason, facts: facts() };
}
