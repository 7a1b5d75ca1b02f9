import { sameJson } from './canonicalJson.js';
import type { Instant } from './instant.js';

/** A fact and the instant from which it holds. */
export interface Effective<T> {
  readonly from: Instant;
  readonly value: T;
}

/** Facts about one thing in the order in which they were recorded. */
export type Timeline<T> = readonly Effective<T>[];

/** What holds at `at`: the fact with the latest effectiveFrom ≤ at, then the latest recorded (DESIGN §5, two times). */
export function factAt<T>(timeline: Timeline<T>, at: Instant): T | undefined {
  let found: Effective<T> | undefined;
  for (const fact of timeline) if (fact.from <= at && (!found || fact.from >= found.from)) found = fact;
  return found?.value;
}

export function withFact<T>(timeline: Timeline<T>, from: Instant, value: T): Timeline<T> {
  return [...timeline, { from, value }];
}

/** The fact recorded last, whenever it takes effect. */
export function latestFact<T>(timeline: Timeline<T>): T | undefined {
  return timeline.at(-1)?.value;
}

/** Whether recording `value` from `from` on would change what holds at any instant. */
export function changesFact<T>(timeline: Timeline<T>, from: Instant, value: T): boolean {
  const held = factAt(timeline, from);
  return held === undefined || !sameJson(held, value);
}

/** The facts that hold by `at`, in the order in which they take effect: the last is what holds then. */
export function factsUntil<T>(timeline: Timeline<T>, at: Instant): Timeline<T> {
  return timeline.filter(({ from }) => from <= at).sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}
