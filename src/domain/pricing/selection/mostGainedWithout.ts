import type { Fen } from '../../kernel/money.js';
import type { Candidate } from '../candidate.js';
import type { Running } from '../running.js';
import type { Situation } from '../situation.js';
import { mostAtList, mostItCanGive } from './mostItCanGive.js';
import { givenAt, raiseForMore, type Turns } from './turns.js';

/**
 * At most so much would the customer gain had an offer been left out that gave `gave`, and any of those it influences
 * with it. What these can give more is bounded; and prices rise before them only by what others give less, which the
 * customer pays: a ladder that is 300 fen short of its next step costs at least these 300 fen. 0 or less: it cannot pay.
 */
export function mostGainedWithout(
  gave: Fen,
  influenced: readonly number[],
  before: Running,
  candidates: readonly Candidate[],
  turns: Turns,
  situation: Situation,
): Fen {
  const atList = mostGained(gave, influenced, candidates, turns, situation, undefined);
  return atList <= 0 || before === situation.atList
    ? atList
    : mostGained(gave, influenced, candidates, turns, situation, before);
}

/** What an offer could give more, once its goods cost so much more. */
interface Slack {
  readonly raise: Fen;
  readonly more: Fen;
}

function mostGained(
  gave: Fen,
  influenced: readonly number[],
  candidates: readonly Candidate[],
  turns: Turns,
  situation: Situation,
  before: Running | undefined,
): Fen {
  let gained = 0;
  let stepped: Slack[] | undefined;
  let groups: Map<string, Fen> | undefined;
  // What a group's member gave is made good by the one that takes its turn, perhaps later: prices between rise for nothing.
  let raisedForNothing = 0;
  const groupsRival = situation.facts.policies.groupScope === 'order';
  for (const at of influenced) {
    const candidate = candidates[at]!;
    const { group } = candidate;
    const given = givenAt(turns, at);
    let most = mostAtList(candidate, situation);
    if (before && most > given) most = Math.min(most, mostItCanGive(candidate, before, situation));
    if (group !== undefined && groupsRival) {
      // Of a group only one gives, so only the largest bound counts.
      groups ??= new Map();
      const largest = groups.get(group) ?? 0;
      groups.set(group, Math.max(largest, most));
      gained += Math.max(0, most - largest) - given;
      raisedForNothing += given;
      continue;
    }
    const step = most > given ? turns.steps[at] : undefined;
    const raise = step ? raiseForMore(step) : 0;
    if (raise <= gave) gained += most - given;
    else {
      stepped ??= [];
      stepped.push({ raise, more: most - given });
    }
  }
  return stepped ? atBestRaise(gained, gave, stepped, raisedForNothing) : gained - gave;
}

/** Over all sums by which prices may rise: what is gained, less the sum, which others gave before. */
function atBestRaise(gainedAtOnce: Fen, gave: Fen, stepped: Slack[], raisedForNothing: Fen): Fen {
  stepped.sort((a, b) => a.raise - b.raise);
  let gained = gainedAtOnce;
  let best = gained - gave;
  for (const { raise, more } of stepped) {
    gained += more;
    best = Math.max(best, gained - Math.max(gave, raise - raisedForNothing));
  }
  return best;
}
