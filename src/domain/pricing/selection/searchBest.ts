import type { Fen } from '../../kernel/money.js';
import type { Candidate } from '../candidate.js';
import { objective } from '../running.js';
import type { Situation } from '../situation.js';
import { applyInOrder, type Standing, type Step, standingBefore, type Walk } from '../walk.js';
import { type FoundSet, foundSet, isBetter } from './foundSet.js';
import { influencedBy } from './influence.js';
import { likeliestOfGroups } from './likeliestOfGroups.js';
import { mostGainedWithout } from './mostGainedWithout.js';
import { gaveAt, givenAt, type Turns, turnsOf } from './turns.js';

export interface SearchOptions {
  /** How many times the search may price an offer before it answers with the best found. */
  readonly budget: number;
  /** Nothing may be left out but for a later rival in its group, and equals go by order alone: how priority picks. */
  readonly everyOneThatMay: boolean;
  /** All of them taken, if that has been tried already. */
  readonly all?: Walk | undefined;
}

export interface SearchResult extends Pick<FoundSet, 'chosen' | 'members'> {
  /** The set applied, when the search has done that from the first offer to the last. */
  readonly walk: Walk | undefined;
  readonly proven: boolean;
  readonly spent: number;
}

/**
 * The best set, found by taking all offers and then leaving out, one after another, those whose absence could pay:
 * whose own gift is smaller than what the offers they influence could give more. Of two sets that differ first in one
 * offer the one that has it is tried first, so a set that only ties loses to what was found before it.
 */
export function searchBest(
  candidates: readonly Candidate[],
  situation: Situation,
  options: SearchOptions,
): SearchResult {
  return new Search(candidates, situation, options).run();
}

class Search {
  private best: FoundSet | undefined;
  private walkOfBest: Walk | undefined;
  /** It was not found in the order of the search, so a set that ties it may come before it. */
  private bestIsGuessed = false;
  private spent = 0;
  private readonly isOut: boolean[];
  private readonly picksByLine: boolean;
  /** Where the absence of each begins to matter: at its turn, or where its group's lines are picked. */
  private readonly firstOf: readonly number[];
  /** Positions in the order in which leaving out is decided: by where it begins to matter. */
  private readonly decisions: readonly number[];

  constructor(
    private readonly candidates: readonly Candidate[],
    private readonly situation: Situation,
    private readonly options: SearchOptions,
  ) {
    this.isOut = candidates.map(() => false);
    this.picksByLine = situation.facts.policies.groupScope === 'line';
    const positions = candidates.map((_, at) => at);
    this.firstOf = this.picksByLine ? positions.map((at) => this.firstInGroup(at)) : positions;
    this.decisions = this.picksByLine
      ? positions.toSorted((a, b) => this.firstOf[a]! - this.firstOf[b]! || a - b)
      : positions;
  }

  run(): SearchResult {
    this.explore(0, undefined, 0);
    const { chosen, members } = this.best!;
    return { chosen, members, walk: this.walkOfBest, proven: !this.isSpent(), spent: this.spent };
  }

  /** Takes all that are not left out, from a position on; then leaves out one more, of the decisions still open. */
  private explore(from: number, standing: Standing | undefined, decided: number): void {
    const walk = (standing ? undefined : this.options.all) ?? this.walkFrom(from, standing);
    this.spent += walk.steps.length;
    this.keep(walk, standing);
    if (decided === 0) this.guess();
    if (this.isSpent()) return;
    const turns = turnsOf(walk, this.candidates);
    const gains: { readonly position: number; readonly gain: Fen }[] = [];
    for (let decision = this.decisions.length - 1; decision >= decided; decision--) {
      const position = this.decisions[decision]!;
      const first = this.beginsAt(position, turns);
      if (first === undefined || !this.mayBeLeftOut(position, turns)) continue;
      this.spent++;
      const influenced = influencedBy(position, first, this.candidates, turns, this.situation);
      const before = turns.steps[first]!.before;
      const gave = givenAt(turns, position);
      const gain = mostGainedWithout(gave, influenced, before, this.candidates, turns, this.situation);
      // What it influences is in its gain already, also when others are left out with it.
      let ofOthers = 0;
      for (const other of gains) if (!influenced.includes(other.position)) ofOthers += other.gain;
      const { candidate } = turns.steps[first]!;
      if (!this.isBeaten(objective(walk.end) - gain - ofOthers, () => standingBefore(candidate, walk, standing))) {
        this.isOut[position] = true;
        this.explore(first, standingBefore(candidate, walk, standing), decision + 1);
        this.isOut[position] = false;
        if (this.isSpent()) return;
      }
      if (gain > 0) gains.push({ position, gain });
    }
  }

  private walkFrom(from: number, standing: Standing | undefined): Walk {
    const chosen = this.candidates.filter((_, at) => at >= from && !this.isOut[at]);
    return applyInOrder(chosen, this.situation, standing);
  }

  private keep(walk: Walk, standing: Standing | undefined): void {
    const { steps, end } = walk;
    const found = objective(end);
    if ((this.best && found > this.best.objective) || this.waitsForRival(steps, standing)) return;
    const gave = standing ? standing.gave.concat(whatGave(steps)) : whatGave(steps);
    const members = this.candidates.filter((_, at) => !this.isOut[at]);
    const set = foundSet(gave, found, members);
    if (this.best && !this.improvesOn(this.best, set)) return;
    this.best = set;
    this.walkOfBest = standing ? undefined : walk;
    this.bestIsGuessed = false;
  }

  /** A set to beat: of each group with rivals, the one that could give most. */
  private guess(): void {
    if (this.options.everyOneThatMay || this.picksByLine) return;
    const chosen = likeliestOfGroups(this.candidates, this.situation);
    if (chosen.length === this.candidates.length) return;
    const walk = applyInOrder(chosen, this.situation);
    this.spent += walk.steps.length;
    const set = foundSet(whatGave(walk.steps), objective(walk.end), chosen);
    if (!this.improvesOn(this.best!, set)) return;
    this.best = set;
    this.walkOfBest = walk;
    this.bestIsGuessed = true;
  }

  // By priority, equals go by order alone, and what is found first comes first in order.
  private improvesOn(best: FoundSet, found: FoundSet): boolean {
    if (this.options.everyOneThatMay) return found.objective < best.objective;
    return isBetter(found, best, (candidate) => this.candidates.indexOf(candidate));
  }

  // What can only tie loses to what was found before it, unless it could need fewer coupons or limited offers.
  private isBeaten(bound: Fen, standing: () => Standing): boolean {
    const best = this.best!;
    if (bound !== best.objective) return bound > best.objective;
    if (this.options.everyOneThatMay) return true;
    if (this.picksByLine || this.bestIsGuessed) return false;
    const { coupons, limited } = foundSet(standing().gave, bound);
    return coupons > best.coupons || (coupons === best.coupons && limited >= best.limited);
  }

  private mayBeLeftOut(position: number, turns: Turns): boolean {
    const candidate = this.candidates[position]!;
    if (this.sharesPicks(candidate)) return true;
    if (!gaveAt(turns, position)) return false;
    if (!this.options.everyOneThatMay) return true;
    const isRival = (other: Candidate) => candidate.group !== undefined && other.group === candidate.group;
    return this.candidates.some((other, at) => at > position && isRival(other));
  }

  /** Where a walk without the offer begins to differ from one with it; undefined when it never does. */
  private beginsAt(position: number, { steps }: Turns): number | undefined {
    for (let at = this.firstOf[position]!; at <= position; at++) if (steps[at]) return at;
    return undefined;
  }

  /** By priority a member is left out only for a later one of its group. */
  private waitsForRival(steps: readonly Step[], standing: Standing | undefined): boolean {
    if (!this.options.everyOneThatMay) return false;
    const gives = (group: string | undefined) =>
      standing?.takenGroups?.has(group!) ||
      steps.some(({ candidate, outcome }) => candidate.group === group && outcome.gives === 'something');
    return this.candidates.some(({ group }, at) => this.isOut[at] && !gives(group));
  }

  private sharesPicks({ group }: Candidate): boolean {
    return this.picksByLine && group !== undefined;
  }

  private firstInGroup(position: number): number {
    const { group } = this.candidates[position]!;
    return group === undefined ? position : this.candidates.findIndex((other) => other.group === group);
  }

  // The first set is always priced: there is an answer however small the budget is.
  private isSpent(): boolean {
    return this.spent > this.options.budget;
  }
}

function whatGave(steps: readonly Step[]): Candidate[] {
  return steps.filter(({ outcome }) => outcome.gives === 'something').map(({ candidate }) => candidate);
}
