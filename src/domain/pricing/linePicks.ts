import { attempt } from './attempt.js';
import type { Candidate } from './candidate.js';
import type { Line } from './purchase.js';
import type { Running } from './running.js';
import type { Situation } from './situation.js';

/** The lines each member of a group may act on. */
export type LinePicks = ReadonlyMap<Candidate, readonly Line[]>;

/**
 * With `groupScope: line` each line goes to one member of the group: the one that would give the line most, or the
 * first in order that would give it anything. All are judged where the group's first member stands.
 */
export function pickLines(members: readonly Candidate[], running: Running, situation: Situation): LinePicks {
  const takesFirst = situation.facts.policies.groupPick === 'priority';
  const best = new Map<Line, { readonly member: Candidate; readonly share: number }>();
  for (const member of members) {
    const outcome = attempt(member, running, situation);
    if (outcome.gives === 'nothing') continue;
    outcome.lines.forEach((line, index) => {
      const share = outcome.shares[index]!;
      const rival = best.get(line);
      if (share > 0 && (!rival || (!takesFirst && share > rival.share))) best.set(line, { member, share });
    });
  }
  return new Map(members.map((member) => [member, linesLeftTo(member, best)]));
}

// Lines nobody gives anything stay with everybody.
function linesLeftTo(member: Candidate, best: ReadonlyMap<Line, { readonly member: Candidate }>): readonly Line[] {
  const mine = (line: Line) => (best.get(line)?.member ?? member) === member;
  return [...new Set([...member.lines, ...member.giftLines])].filter(mine);
}
