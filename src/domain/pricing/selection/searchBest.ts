import type { Fen } from '../../kernel/money.js';
import { attempt } from '../attempt.js';
import { type Candidate, isLimited } from '../candidate.js';
import { type LinePicks, pickLines } from '../linePicks.js';
import { after, objective, type Running } from '../running.js';
import type { Situation } from '../situation.js';
import { type FoundSet, foundSet, isBetter } from './foundSet.js';
import { mostAtList, mostItCanGive } from './mostItCanGive.js';

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
  /** With `groupScope: line`: what each group's members in the set may act on, decided at the first member. */
  readonly linePicks: ReadonlyMap<string, LinePicks>;
  readonly parent: Node | undefined;
  /** What each offer can still give from here; reckoned as far as it was asked for. */
  bounds: Bounds | undefined;
}

interface Applied {
  readonly position: number;
  readonly before: Applied | undefined;
}

/** By position: a bound, and whether it was reckoned at this very node. Those of nodes before it hold as well. */
interface Bounds {
  readonly most: Float64Array;
  readonly isOwn: Uint8Array;
}

const NO_GROUP = -1;

/**
 * Depth first over the offers in order, each taken or left out, with the running prices carried along. Taking comes
 * first, so of sets that tie the one found first has the first offer in which they differ. A branch is cut when even
 * all that the offers ahead can still give would not make it better than the best found.
 */
export function searchBest(
  candidates: readonly Candidate[],
  situation: Situation,
  options: SearchOptions,
): SearchResult {
  const search = new Search(candidates, situation, options);
  return search.run();
}

class Search {
  private best: FoundSet | undefined;
  private spent = 0;
  private readonly picksByLine: boolean;
  /** The number of the group of each position, or NO_GROUP. */
  private readonly groupOf: Int32Array;
  /** By number of a group: whether the node visited has one of it, for how many left-out members it waits … */
  private readonly isTaken: Uint8Array;
  private readonly awaited: Int32Array;
  /** … its last position, and the largest bound met while bounds are summed. */
  private readonly lastOf: Int32Array;
  private readonly largest: Float64Array;
  private readonly atList: Float64Array;
  /** The most that the offers from a position on can give, reckoned on list prices. */
  private readonly mostFrom: Float64Array;

  constructor(
    private readonly candidates: readonly Candidate[],
    private readonly situation: Situation,
    private readonly options: SearchOptions,
  ) {
    this.picksByLine = situation.facts.policies.groupScope === 'line';
    const { groupOf, lastOf } = numberGroups(candidates);
    this.groupOf = groupOf;
    this.lastOf = Int32Array.from(lastOf);
    this.isTaken = new Uint8Array(lastOf.length);
    this.awaited = new Int32Array(lastOf.length);
    this.largest = new Float64Array(lastOf.length);
    this.atList = Float64Array.from(candidates, (candidate) => mostAtList(candidate, situation));
    this.mostFrom = this.mostFromEach();
  }

  run(): SearchResult {
    const running = this.situation.atList;
    this.visit(0, {
      running,
      applied: undefined,
      coupons: 0,
      limited: 0,
      linePicks: new Map(),
      parent: undefined,
      bounds: undefined,
    });
    const best = this.best ?? foundSet([], objective(running));
    return { ...best, proven: this.spent <= this.options.budget, spent: this.spent };
  }

  private visit(from: number, node: Node): undefined {
    if (this.isSpent()) return;
    let position = from;
    while (this.lostItsGroup(position)) position++;
    const candidate = this.candidates[position];
    if (!candidate) return this.keep(node);
    if (this.cannotImprove(position, node)) return;
    if (candidate.group !== undefined && this.picksByLine)
      return this.branchInLineGroup(position, node, candidate, candidate.group);
    this.branch(position, node, candidate);
  }

  private lostItsGroup(position: number): boolean {
    const group = this.groupOf[position];
    return group !== undefined && group !== NO_GROUP && this.isTaken[group] === 1;
  }

  private branch(position: number, node: Node, candidate: Candidate, picks?: LinePicks): undefined {
    this.spent++;
    const outcome = attempt(candidate, node.running, this.situation, picks?.get(candidate));
    if (outcome.gives === 'nothing') return this.visit(position + 1, node);
    const taken = {
      running: after(node.running, candidate, outcome),
      applied: { position, before: node.applied },
      coupons: node.coupons + (candidate.offer.coupon ? 1 : 0),
      limited: node.limited + (isLimited(candidate) ? 1 : 0),
      linePicks: node.linePicks,
      parent: node,
      bounds: undefined,
    };
    const group = this.groupOf[position]!;
    const takesGroup = group !== NO_GROUP && !this.picksByLine;
    if (takesGroup) this.isTaken[group] = 1;
    this.visit(candidate.offer.stacking?.stopAfter ? this.candidates.length : position + 1, taken);
    if (takesGroup) this.isTaken[group] = 0;
    if (!picks && this.mayBeLeftOut(position, candidate)) this.leaveOut(position, node);
  }

  private mayBeLeftOut(position: number, candidate: Candidate): boolean {
    if (this.options.settled.has(candidate)) return false;
    if (!this.options.everyOneThatMay) return true;
    const group = this.groupOf[position]!;
    return group !== NO_GROUP && this.lastOf[group]! > position;
  }

  private leaveOut(position: number, node: Node): void {
    const group = this.groupOf[position]!;
    if (group !== NO_GROUP) this.awaited[group]!++;
    this.visit(position + 1, node);
    if (group !== NO_GROUP) this.awaited[group]!--;
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
    if (this.waitsForGroup()) return;
    const positions: number[] = [];
    for (let applied = node.applied; applied; applied = applied.before) positions.push(applied.position);
    const chosen = positions.reverse().map((position) => this.candidates[position]!);
    const found = foundSet(chosen, objective(node.running), this.withThoseInPicks(chosen, node));
    if (!this.best || this.improvesOn(this.best, found)) this.best = found;
  }

  /** By priority a member is left out only for a later one of its group. */
  private waitsForGroup(): boolean {
    if (!this.options.everyOneThatMay) return false;
    for (let group = 0; group < this.awaited.length; group++)
      if (this.awaited[group]! > 0 && this.isTaken[group] === 0) return true;
    return false;
  }

  private withThoseInPicks(chosen: readonly Candidate[], { linePicks }: Node): readonly Candidate[] {
    if (linePicks.size === 0) return chosen;
    const inPicks = new Set([...linePicks.values()].flatMap((picks) => [...picks.keys()]));
    return this.candidates.filter((candidate) => inPicks.has(candidate) || chosen.includes(candidate));
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
    const bounds = this.boundsOf(node);
    if (this.isBeaten(now - this.mostKnown(position, bounds), node, best)) return true;
    const gap = now - best.objective;
    return this.isBeaten(now - this.mostNow(position, node, bounds, gap), node, best);
  }

  // A branch that can only tie loses to what was found before it, unless it could need fewer coupons or limited offers.
  private isBeaten(bound: Fen, node: Node, best: FoundSet): boolean {
    if (bound !== best.objective) return bound > best.objective;
    if (this.options.everyOneThatMay) return true;
    if (this.picksByLine) return false;
    return node.coupons > best.coupons || (node.coupons === best.coupons && node.limited >= best.limited);
  }

  private boundsOf(node: Node): Bounds {
    if (node.bounds) return node.bounds;
    let known: Node | undefined = node.parent;
    while (known && !known.bounds) known = known.parent;
    node.bounds = {
      most: (known?.bounds?.most ?? this.atList).slice(),
      isOwn: new Uint8Array(this.candidates.length),
    };
    return node.bounds;
  }

  private mostKnown(position: number, { most }: Bounds): Fen {
    this.largest.fill(0);
    let sum = 0;
    for (let at = position; at < most.length; at++) {
      if (!this.lostItsGroup(at)) sum += this.addedToGroup(this.groupOf[at]!, most[at]!);
    }
    return sum;
  }

  private mostNow(position: number, node: Node, { most, isOwn }: Bounds, enough: Fen): Fen {
    this.largest.fill(0);
    let sum = 0;
    for (let at = position; at < most.length && sum <= enough; at++) {
      if (this.lostItsGroup(at)) continue;
      if (isOwn[at] === 0) {
        this.spent++;
        most[at] = mostItCanGive(this.candidates[at]!, node.running, this.situation);
        isOwn[at] = 1;
      }
      sum += this.addedToGroup(this.groupOf[at]!, most[at]!);
    }
    return sum;
  }

  private mostFromEach(): Float64Array {
    const mostFrom = new Float64Array(this.candidates.length + 1);
    for (let at = this.candidates.length - 1; at >= 0; at--) {
      mostFrom[at] = mostFrom[at + 1]! + this.addedToGroup(this.groupOf[at]!, this.atList[at]!);
    }
    return mostFrom;
  }

  // Of a group only one gives, so only the largest counts; not so where each line has its own pick.
  private addedToGroup(group: number, gives: Fen): Fen {
    if (group === NO_GROUP || this.picksByLine) return gives;
    const before = this.largest[group]!;
    if (gives <= before) return 0;
    this.largest[group] = gives;
    return gives - before;
  }
}

/** Groups as numbers, by first member; the search looks at them at every step. */
function numberGroups(candidates: readonly Candidate[]): { groupOf: Int32Array; lastOf: number[] } {
  const groupOf = new Int32Array(candidates.length).fill(NO_GROUP);
  const numbers = new Map<string, number>();
  const lastOf: number[] = [];
  for (let at = 0; at < candidates.length; at++) {
    const { group } = candidates[at]!;
    if (group === undefined) continue;
    const number = numbers.get(group) ?? numbers.size;
    numbers.set(group, number);
    groupOf[at] = number;
    lastOf[number] = at;
  }
  return { groupOf, lastOf };
}
