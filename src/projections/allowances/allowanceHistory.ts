import type { Allowance } from '../../domain/allowance/state.js';
import type { Instant } from '../../domain/kernel/instant.js';

/** How an allowance stood at the end of an hour in which something happened to it. */
export interface HourPoint {
  /** The beginning of the hour, UTC. */
  readonly hour: Instant;
  /** Of the last event in it. */
  readonly at: Instant;
  readonly total: number | null;
  readonly held: number;
  readonly confirmed: number;
}

/** A time in which nothing was left; `until` null: still so. */
export interface SoldOut {
  readonly from: Instant;
  readonly until: Instant | null;
}

/** What became of an allowance over time, from its events alone; it owns its lists and changes them in place. */
export interface AllowanceHistory {
  readonly openedAt: Instant;
  /** The last 31 days of hours; an hour without a point is as the one before it. */
  readonly points: HourPoint[];
  /** The last of them, in order. */
  readonly soldOut: SoldOut[];
  /** How often it was sold out, those that are not kept included. */
  readonly timesSoldOut: number;
}

const MOST_POINTS = 31 * 24;
const MOST_SPANS = 200;

export function newHistory(openedAt: Instant): AllowanceHistory {
  return { openedAt, points: [], soldOut: [], timesSoldOut: 0 };
}

/**
 * Goes on with an event that made the allowance what it is now. `firstEnd`: when the first of its holds ended before
 * that event, as it stood; what a hold took is free from its end on, whenever the log comes to say so.
 */
export function follow(
  history: AllowanceHistory,
  now: Allowance,
  at: Instant,
  firstEnd: Instant | undefined,
): AllowanceHistory {
  setPoint(history.points, now, at);
  return setSoldOut(history, isSoldOut(now, at), at, firstEnd);
}

/** The times in which nothing was left, as they are known at an instant. */
export function soldOutAt({ soldOut }: AllowanceHistory, now: Allowance, at: Instant): readonly SoldOut[] {
  const end = now.deadlines.first()?.until;
  return soldOut
    .filter(({ from }) => from <= at)
    .map((span) => {
      const until = span.until ?? end;
      return { from: span.from, until: until !== undefined && until <= at ? until : null };
    });
}

function setPoint(points: HourPoint[], { terms, held, confirmed }: Allowance, at: Instant): void {
  const hour = `${at.slice(0, 'YYYY-MM-DDThh'.length)}:00:00.000Z`;
  if (points.at(-1)?.hour === hour) points.pop();
  points.push({ hour, at, total: terms?.total ?? null, held, confirmed });
  if (points.length > MOST_POINTS) points.shift();
}

function isSoldOut({ terms, held, confirmed, deadlines }: Allowance, at: Instant): boolean {
  const total = terms?.total ?? null;
  if (total === null || total > held + confirmed) return false;
  const first = deadlines.first();
  return first === undefined || first.until > at;
}

function setSoldOut(history: AllowanceHistory, isOut: boolean, at: Instant, firstEnd?: Instant): AllowanceHistory {
  const { soldOut, timesSoldOut } = history;
  const last = soldOut.at(-1);
  let isOpen = last?.until === null;
  if (isOpen && firstEnd !== undefined && firstEnd <= at) {
    close(soldOut, firstEnd);
    isOpen = false;
  }
  if (isOpen && !isOut) close(soldOut, at);
  if (isOpen || !isOut) return history;
  // Given back and taken again in one instant: it never came back.
  if (soldOut.at(-1)?.until === at) {
    soldOut.push({ from: soldOut.pop()!.from, until: null });
    return history;
  }
  soldOut.push({ from: at, until: null });
  if (soldOut.length > MOST_SPANS) soldOut.shift();
  return { ...history, timesSoldOut: timesSoldOut + 1 };
}

function close(soldOut: SoldOut[], until: Instant): void {
  soldOut.push({ from: soldOut.pop()!.from, until });
}
