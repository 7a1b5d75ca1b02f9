import type { Fen } from '../../kernel/money.js';
import type { Candidate } from '../candidate.js';
import type { Situation } from '../situation.js';
import { Influence } from './influence.js';
import { mostAtList, mostItCanGive } from './mostItCanGive.js';
import { TO_NOBODY, type Turns } from './turns.js';

/**
 * At most so much would the customer gain had the offer at a position been left out: what the offers it influences
 * could give more, at their bounds, less what it gave itself. All others fare as they did. 0 or less: it cannot pay.
 * `from` is the first position that its absence changes: its own, or with `groupScope: line` that of its group.
 */
export function mostGainedWithout(
  position: number,
  from: number,
  candidates: readonly Candidate[],
  turns: Turns,
  situation: Situation,
): Fen {
  const gave = turns.given[position]!;
  const influenced = influencedBy(position, from, candidates, turns, situation);
  const atList = (candidate: Candidate) => mostAtList(candidate, situation);
  const gain = slackOf(influenced, candidates, turns, situation, atList) - gave;
  const before = turns.before[from];
  if (gain <= 0 || !before || before === situation.atList) return gain;
  const nearer = (candidate: Candidate) =>
    Math.min(mostAtList(candidate, situation), mostItCanGive(candidate, before, situation));
  return slackOf(influenced, candidates, turns, situation, nearer) - gave;
}

/** Their bounds, less what they gave. Of a group only one gives, so only the largest bound counts. */
function slackOf(
  influenced: readonly number[],
  candidates: readonly Candidate[],
  { given }: Turns,
  { facts }: Situation,
  mostOf: (candidate: Candidate) => Fen,
): Fen {
  let slack = 0;
  let largest: Map<string, Fen> | undefined;
  for (const at of influenced) {
    const { group } = candidates[at]!;
    const most = mostOf(candidates[at]!);
    slack -= given[at]!;
    if (group === undefined || facts.policies.groupScope === 'line') {
      slack += most;
      continue;
    }
    largest ??= new Map();
    const known = largest.get(group) ?? 0;
    if (most <= known) continue;
    largest.set(group, most);
    slack += most - known;
  }
  return slack;
}

/** The positions of the offers that may fare otherwise, directly or through others, when one is left out. */
function influencedBy(
  position: number,
  from: number,
  candidates: readonly Candidate[],
  turns: Turns,
  situation: Situation,
): readonly number[] {
  const influence = new Influence(situation);
  influence.spread(candidates[position]!);
  const influenced: number[] = [];
  for (let at = from; at < candidates.length; at++) {
    if (at === position) continue;
    const candidate = candidates[at]!;
    const other = turns.yielded[at]!;
    // One that was passed over gets its turn only when the other may not take it.
    const mayFareOtherwise =
      other === TO_NOBODY ? influence.reaches(candidate) : other === position || influenced.includes(other);
    if (!mayFareOtherwise) continue;
    influenced.push(at);
    influence.spread(candidate);
  }
  return influenced;
}
