import type { Instant } from '../../domain/kernel/instant.js';
import { Rejection } from '../../domain/kernel/rejection.js';
import { comparePositions, type EventStore, type Position, START } from '../eventStore.js';
import type { AsOfSaid } from './asOfSaid.js';
import { lastWithin } from './lastWithin.js';

/** A past log: its last event, and the instant its readers stand at. */
export interface AsOf {
  readonly position: Position;
  /** The instant that was asked for, or the one at which the event was recorded. */
  readonly at: Instant;
}

/** @throws Rejection AS_OF_TOO_EARLY before the first event, AS_OF_TOO_LATE past the last one or in the future. */
export async function asOfOf(store: EventStore, now: Instant, said: AsOfSaid): Promise<AsOf> {
  return 'position' in said ? ofPosition(store, said.position) : ofInstant(store, now, said.instant);
}

async function ofPosition(store: EventStore, position: Position): Promise<AsOf> {
  const head = await store.head();
  if (comparePositions(position, head) > 0)
    throw new Rejection('AS_OF_TOO_LATE', `The log ends at position ${head}: there is no position ${position} yet.`, {
      head,
    });
  const last = await lastWithin(store, (event) => comparePositions(event.position, position) <= 0);
  if (!last) throw await tooEarly(store, `position ${position}`);
  return { position: last.position, at: last.recordedAt };
}

async function ofInstant(store: EventStore, now: Instant, instant: Instant): Promise<AsOf> {
  if (instant > now)
    throw new Rejection('AS_OF_TOO_LATE', `It is ${now}: what will be known at ${instant} nobody can tell yet.`, {
      now,
    });
  const last = await lastWithin(store, ({ recordedAt }) => recordedAt <= instant);
  if (!last) throw await tooEarly(store, instant);
  return { position: last.position, at: instant };
}

async function tooEarly(store: EventStore, asked: string): Promise<Rejection> {
  const [first] = await store.readAll(START, 1);
  if (!first) return new Rejection('AS_OF_TOO_EARLY', `Nothing is recorded yet, so nothing was known at ${asked}.`);
  const { position, recordedAt } = first;
  return new Rejection(
    'AS_OF_TOO_EARLY',
    `The log begins at position ${position}, recorded at ${recordedAt}: nothing was known at ${asked}.`,
    { position, recordedAt },
  );
}
