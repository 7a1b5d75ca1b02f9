import { z } from 'zod';
import type { Instant } from '../../../domain/kernel/instant.js';
import type { Timeline } from '../../../domain/kernel/timeline.js';

type Fields = Readonly<Record<string, unknown>>;

/** A timeline and the fields a fact of it sets. */
// biome-ignore lint/suspicious/noExplicitAny: a list of timelines holds facts of any type
type Told = readonly [Timeline<any>, (fact: any) => Fields];

/** A timeline with the fields its facts set, its type kept until here. */
export function told<T>(timeline: Timeline<T>, fields: (fact: T) => Fields): Told {
  return [timeline, fields];
}

/** What is recorded already and holds from a later instant on: one entry an instant, the later recorded fact wins. */
export function upcoming(at: Instant, timelines: readonly Told[]): readonly Fields[] {
  const changes = new Map<Instant, Fields>();
  for (const [timeline, fields] of timelines) {
    for (const { from, value } of timeline) {
      if (from > at) changes.set(from, { ...changes.get(from), ...fields(value) });
    }
  }
  return [...changes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([from, fields]) => ({ from, ...fields }));
}

export function upcomingSchema(fields: z.ZodRawShape): z.ZodType {
  return z
    .array(
      z.strictObject({ from: z.string().meta({ format: 'date-time' }), ...z.strictObject(fields).partial().shape }),
    )
    .meta({ description: 'Recorded already, holds from then on' });
}
