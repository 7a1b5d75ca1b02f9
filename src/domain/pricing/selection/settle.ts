import type { Fen } from '../../kernel/money.js';
import { attempt } from '../attempt.js';
import type { Effect } from '../calculation.js';
import { type Candidate, isLimited } from '../candidate.js';
import type { Line } from '../purchase.js';
import { runningAtList } from '../running.js';
import type { Situation } from '../situation.js';
import type { MostAtList } from './mostItCanGive.js';
import { Parts } from './parts.js';
import { turnsBetween } from './takeAll.js';

/** What can be said about a set of offers before any set is tried. */
export interface Settled {
  /** Best taken whenever they give something: leaving one out cannot help. */
  readonly taken: ReadonlySet<Candidate>;
  /** What is left to search, in parts that have nothing to do with each other; each in order. */
  readonly parts: readonly (readonly Candidate[])[];
}

interface Judged {
  readonly candidate: Candidate;
  readonly most: Fen;
  effect: Effect;
}

/**
 * Finds the offers nobody would leave out, and the independent parts of the rest. An offer is settled when every
 * later offer it can influence follows prices (see `Effect`): then paying less before never means paying more after.
 */
export function settle(candidates: readonly Candidate[], situation: Situation, mostOf: MostAtList): Settled {
  const start = runningAtList(situation);
  const judged: Judged[] = [];
  for (const candidate of candidates) {
    const most = mostOf(candidate);
    if (most > 0 || attempt(candidate, start, situation).gives === 'something')
      judged.push({ candidate, most, effect: 'wild' });
  }
  const alive = judged.map(({ candidate }) => candidate);
  if (!canBeSettled(judged, situation)) return { taken: new Set(), parts: alive.length > 0 ? [alive] : [] };
  for (let at = 0; at < judged.length; at++) judged[at]!.effect = effectOf(judged, at);

  const rivals = groupsWithRivals(alive);
  const taken = new Set<Candidate>();
  for (let at = 0; at < judged.length; at++) {
    const { candidate } = judged[at]!;
    if (!mattersForTies(candidate) && !rivals.has(candidate.group ?? '') && influencesOnlySteady(judged, at)) {
      taken.add(candidate);
    }
  }
  return { taken, parts: taken.size === judged.length ? [] : partsOf(judged, taken, situation) };
}

// Offers that stop others, close lines or share a limit with all others leave nothing to be said about single ones.
function canBeSettled(judged: readonly Judged[], { facts, greatestDiscount }: Situation): boolean {
  if (facts.policies.groupScope === 'line' && judged.some(({ candidate }) => candidate.group !== undefined))
    return false;
  let counted = 0;
  let spendPoints = 0;
  for (const { candidate, most } of judged) {
    const { stacking } = candidate.offer;
    if (stacking?.stopAfter || stacking?.exclusive) return false;
    if (candidate.kind.countsAsDiscount) counted += most;
    if (candidate.kind.spendsPoints) spendPoints++;
  }
  return counted <= greatestDiscount && spendPoints <= 1;
}

function mattersForTies(candidate: Candidate): boolean {
  return candidate.offer.coupon === true || isLimited(candidate);
}

function groupsWithRivals(candidates: readonly Candidate[]): ReadonlySet<string> {
  const groups = new Set<string>();
  const rivals = new Set<string>();
  for (const { group } of candidates) {
    if (group === undefined) continue;
    if (groups.has(group)) rivals.add(group);
    groups.add(group);
  }
  return rivals;
}

function effectOf(judged: readonly Judged[], at: number): Effect {
  const { candidate, most } = judged[at]!;
  const { offer, calculation, lines, giftLines, setting } = candidate;
  if (!calculation.effect) return 'wild';
  if (setting.remaining?.budget !== undefined && most > setting.remaining.budget) return 'wild';
  const reach = { lines, giftLines, onlyLeast: false, ...rangeOf(judged, at) };
  const { thresholdBase } = setting.policies;
  if (offer.when && thresholdBase === 'running' && turnsBetween(offer.when, reach.least, reach.most)) return 'wild';
  const effect = calculation.effect(offer.benefit, reach, setting);
  // A cap that bites is shared over the lines, and then no line stands for itself.
  return effect === 'line' && offer.cap !== undefined && most >= offer.cap && lines.length > 1 ? 'wild' : effect;
}

function rangeOf(judged: readonly Judged[], at: number): { readonly least: Fen; readonly most: Fen } {
  const { lines } = judged[at]!.candidate;
  let most = 0;
  let floor = 0;
  for (const line of lines) {
    most += line.list;
    floor += line.floor;
  }
  let least = most;
  for (let before = 0; before < at && least > floor; before++) {
    if (overlap(judged[before]!.candidate.giftLines, lines)) least -= judged[before]!.most;
  }
  return { least: Math.max(least, floor), most };
}

/**
 * Follows what leaving out an offer would change, offer by offer after it. On lines that only offers by line touched,
 * every price stays as high or higher; where an amount was shared, only the sum of the lines it was shared over does.
 */
function influencesOnlySteady(judged: readonly Judged[], at: number): boolean {
  const changed = new Set<Line>(judged[at]!.candidate.giftLines);
  let shared: Set<Line> | undefined;
  for (let after = at + 1; after < judged.length; after++) {
    const { candidate, effect } = judged[after]!;
    const { lines, giftLines } = candidate;
    if (!touches(lines, changed) && !touches(giftLines, changed)) continue;
    if (effect === 'wild') return false;
    if (effect === 'none') continue;
    if (effect === 'line') {
      if (shared && touches(lines, shared)) return false;
      continue;
    }
    if (shared && !containsAll(lines, shared)) return false;
    shared = new Set(lines);
    for (const line of lines) changed.add(line);
  }
  return true;
}

/** Offers that share lines, a group or the delivery fee; an offer by line that is taken joins nothing by its lines. */
function partsOf(judged: readonly Judged[], taken: ReadonlySet<Candidate>, { purchase }: Situation): Candidate[][] {
  const parts = new Parts(purchase.lines.length);
  const byGroup = new Map<string, Line>();
  let delivers: Line | undefined;
  for (const { candidate, effect } of judged) {
    const first = candidate.lines[0]!;
    if (candidate.kind.waivesDelivery) {
      delivers ??= first;
      parts.join(delivers.at, first.at);
    }
    if ((effect === 'line' || effect === 'none') && taken.has(candidate)) continue;
    for (const line of candidate.lines) parts.join(first.at, line.at);
    for (const line of candidate.giftLines) parts.join(first.at, line.at);
    const { group } = candidate;
    if (group === undefined) continue;
    const other = byGroup.get(group);
    if (other) parts.join(other.at, first.at);
    else byGroup.set(group, first);
  }
  const searched = new Map<number, Candidate[]>();
  for (const { candidate } of judged) if (!taken.has(candidate)) searched.set(parts.of(candidate.lines[0]!.at), []);
  for (const { candidate } of judged) {
    for (const [part, candidates] of searched) {
      if (candidate.lines.some((line) => parts.of(line.at) === part)) candidates.push(candidate);
    }
  }
  return [...searched.values()];
}

function overlap(a: readonly Line[], b: readonly Line[]): boolean {
  if (a === b) return true;
  for (const line of a) if (b.includes(line)) return true;
  return false;
}

function touches(lines: readonly Line[], set: ReadonlySet<Line>): boolean {
  for (const line of lines) if (set.has(line)) return true;
  return false;
}

function containsAll(lines: readonly Line[], set: ReadonlySet<Line>): boolean {
  if (lines.length < set.size) return false;
  for (const line of set) if (!lines.includes(line)) return false;
  return true;
}
