import type { Fen } from '../../kernel/money.js';
import { attempt } from '../attempt.js';
import { type Candidate, isLimited } from '../candidate.js';
import { type LinePicks, pickLines } from '../linePicks.js';
import { after, objective, type Running, runningAtList } from '../running.js';
import type { Situation } from '../situation.js';
import { type FoundSet, foundSet, isBetter } from './foundSet.js';
import { type MostAtList, mostItCanGive } from './mostItCanGive.js';

export interface SearchOptions {
  /** How many times the search may price an offer, or bound one, before it answers with the best found. */
  readonly budget: number;
  /** Nothing may be left out but for a rival in its group, and equals go by order alone: how priority picks in groups. */
  readonly everyOneThatMay: boolean;
  /** Offers that are not left out: nobody would. */
  readonly settled: ReadonlySet<Candidate>;
}

export interface SearchResult extends FoundSet {
  readonly proven: boolean;
  readonly spent: number;
}

interface Node {
  readonly running: Running;
  /** Offers that gave, newest first. */
  readonly applied: Applied | undefined;
  readonly coupons: number;
  readonly limited: number;
  readonly takenGroups: readonly string[];
  /** Groups of which a member that would have given was left to a later one. */
  readonly awaitedGroups: readonly string[];
  /** With `groupScope: line`: what each group's members in the set may act on, decided at the first member. */
  readonly linePicks: ReadonlyMap<string, LinePicks>;
}

interface Applied {
  readonly candidate: Candidate;
  readonly before: Applied | undefined;
}

/**
 * Depth first over the offers in order, each taken or left out, with the running prices carried along. Taking comes
 * first, so of sets that tie the one found first has the first offer in which they differ. A branch is cut when even
 * all that the offers ahead can still give would not make it better than the best found.
 */
export function searchBest(
  candidates: readonly Candidate[],
  situation: Situation,
  options: SearchOptions,
  mostOf: MostAtList,
): SearchResult {
  const search = new Search(candidates, situation, options, mostOf);
  return search.run();
}

class Search {
  private best: FoundSet | undefined;
  private spent = 0;
  private readonly picksByLine: boolean;
  /** The most that the offers from a position on can give, reckoned on list prices. */
  private readonly mostFrom: readonly Fen[];

  constructor(
    private readonly candidates: readonly Candidate[],
    private readonly situation: Situation,
    private readonly options: SearchOptions,
    mostOf: MostAtList,
  ) {
    this.picksByLine = situation.facts.policies.groupScope === 'line';
    this.mostFrom = this.mostFromEach(mostOf);
  }

  run(): SearchResult {
    const running = runningAtList(this.situation);
    const root = {
      running,
      applied: undefined,
      coupons: 0,
      limited: 0,
      takenGroups: [],
      awaitedGroups: [],
      linePicks: new Map(),
    };
    this.visit(0, root);
    const best = this.best ?? foundSet([], objective(running));
    return { ...best, proven: this.spent <= this.options.budget, spent: this.spent };
  }

  private visit(position: number, node: Node): undefined {
    if (this.isSpent()) return;
    const candidate = this.candidates[position];
    if (!candidate) return this.keep(node);
    if (this.cannotImprove(position, node)) return;
    const { group } = candidate;
    if (group === undefined) return this.branch(position, node, candidate);
    if (this.picksByLine) return this.branchInLineGroup(position, node, candidate, group);
    if (node.takenGroups.includes(group)) return this.visit(position + 1, node);
    this.branch(position, node, candidate);
  }

  private branch(position: number, node: Node, candidate: Candidate, picks?: LinePicks): undefined {
    this.spent++;
    const outcome = attempt(candidate, node.running, this.situation, picks?.get(candidate));
    if (outcome.gives === 'nothing') return this.visit(position + 1, node);
    const taken = {
      running: after(node.running, candidate, outcome),
      applied: { candidate, before: node.applied },
      coupons: node.coupons + (candidate.offer.coupon ? 1 : 0),
      limited: node.limited + (isLimited(candidate) ? 1 : 0),
      takenGroups:
        candidate.group === undefined || this.picksByLine ? node.takenGroups : [...node.takenGroups, candidate.group],
      awaitedGroups: node.awaitedGroups,
      linePicks: node.linePicks,
    };
    this.visit(candidate.offer.stacking?.stopAfter ? this.candidates.length : position + 1, taken);
    if (!picks && this.mayBeLeftOut(position, candidate)) this.visit(position + 1, this.withoutIt(node, candidate));
  }

  private mayBeLeftOut(position: number, candidate: Candidate): boolean {
    if (this.options.settled.has(candidate)) return false;
    if (!this.options.everyOneThatMay) return true;
    const { group } = candidate;
    return group !== undefined && this.candidates.some((other, at) => at > position && other.group === group);
  }

  private withoutIt(node: Node, { group }: Candidate): Node {
    if (!this.options.everyOneThatMay || group === undefined) return node;
    return { ...node, awaitedGroups: [...node.awaitedGroups, group] };
  }

  // Which members are in the set decides the picks of all of them, so the whole group is decided at its first member.
  private branchInLineGroup(position: number, node: Node, candidate: Candidate, group: string): undefined {
    const picks = node.linePicks.get(group);
    if (picks) {
      if (picks.has(candidate)) this.branch(position, node, candidate, picks);
      else this.visit(position + 1, node);
      return;
    }
    const members = this.candidates.filter((other) => other.group === group);
    for (let set = 2 ** members.length - 1; set >= 0; set--) {
      const taken = members.filter((_, index) => Math.floor(set / 2 ** (members.length - 1 - index)) % 2 === 1);
      const linePicks = new Map(node.linePicks).set(group, pickLines(taken, node.running, this.situation));
      this.branchInLineGroup(position, { ...node, linePicks }, candidate, group);
      if (this.isSpent()) return;
    }
  }

  // The first set found is always kept: there is an answer however small the budget is.
  private isSpent(): boolean {
    return this.spent > this.options.budget && this.best !== undefined;
  }

  private keep(node: Node): undefined {
    if (node.awaitedGroups.some((group) => !node.takenGroups.includes(group))) return;
    const chosen: Candidate[] = [];
    for (let applied = node.applied; applied; applied = applied.before) chosen.push(applied.candidate);
    const inPicks = new Set([...node.linePicks.values()].flatMap((picks) => [...picks.keys()]));
    const members = this.candidates.filter((candidate) => inPicks.has(candidate) || chosen.includes(candidate));
    const found = foundSet(chosen.reverse(), objective(node.running), members);
    if (!this.best || this.improvesOn(this.best, found)) this.best = found;
  }

  // By priority, equals go by order alone, and what is found first comes first in order.
  private improvesOn(best: FoundSet, found: FoundSet): boolean {
    if (this.options.everyOneThatMay) return found.objective < best.objective;
    return isBetter(found, best, (candidate) => this.candidates.indexOf(candidate));
  }

  private cannotImprove(position: number, node: Node): boolean {
    const { best } = this;
    if (!best) return false;
    const now = objective(node.running);
    if (this.isBeaten(now - this.mostFrom[position]!, node, best)) return true;
    const gap = now - best.objective;
    return this.isBeaten(now - this.mostNow(position, node, gap), node, best);
  }

  // A branch that can only tie loses to what was found before it, unless it could need fewer coupons or limited offers.
  private isBeaten(bound: Fen, node: Node, best: FoundSet): boolean {
    if (bound !== best.objective) return bound > best.objective;
    if (this.options.everyOneThatMay) return true;
    if (this.picksByLine) return false;
    return node.coupons > best.coupons || (node.coupons === best.coupons && node.limited >= best.limited);
  }

  private mostNow(position: number, node: Node, enough: Fen): Fen {
    let most = 0;
    const byGroup = new Map<string, Fen>();
    for (let at = position; at < this.candidates.length && most <= enough; at++) {
      const candidate = this.candidates[at]!;
      const { group } = candidate;
      if (group !== undefined && node.takenGroups.includes(group)) continue;
      this.spent++;
      const gives = mostItCanGive(candidate, node.running, this.situation);
      most += this.addedToGroup(byGroup, group, gives);
    }
    return most;
  }

  private mostFromEach(mostOf: MostAtList): Fen[] {
    const mostFrom = new Array<Fen>(this.candidates.length + 1).fill(0);
    const byGroup = new Map<string, Fen>();
    for (let at = this.candidates.length - 1; at >= 0; at--) {
      const candidate = this.candidates[at]!;
      const gives = mostOf(candidate);
      mostFrom[at] = mostFrom[at + 1]! + this.addedToGroup(byGroup, candidate.group, gives);
    }
    return mostFrom;
  }

  // Of a group only one gives, so only the largest counts; not so where each line has its own pick.
  private addedToGroup(byGroup: Map<string, Fen>, group: string | undefined, gives: Fen): Fen {
    if (group === undefined || this.picksByLine) return gives;
    const before = byGroup.get(group) ?? 0;
    byGroup.set(group, Math.max(before, gives));
    return Math.max(0, gives - before);
  }
}
