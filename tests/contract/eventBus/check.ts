import type { EventStore, StoredEvent } from '../../../src/commands/eventStore.js';
import { comparePositions, type Position } from '../../../src/commands/eventStore.js';
import type { EventBus } from '../../../src/projections/eventBus.js';
import { anEvent } from '../eventStore/sampleEvents.js';

/** Whose events the bus under test is to carry, and the log behind it. */
export interface BusUnderTest {
  readonly bus: EventBus;
  readonly store: EventStore;
  /** The category the subscriber takes. */
  readonly category: string;
}

/** One thing every bus must do. */
export interface Check {
  readonly name: string;
  run(under: BusUnderTest): Promise<void>;
}

/** Appends some events to a stream of a category; answers the position of the last. */
export async function happen({ store }: BusUnderTest, category: string, id: string, count: number): Promise<Position> {
  const stream = `${category}-orchard.${id}`;
  const [last] = await store.readStream(stream, { direction: 'backward', limit: 1 });
  const events = Array.from({ length: count }, () => anEvent());
  return (await store.append(stream, last ? last.revision : 'none', events)).position;
}

export interface Taken {
  /** Events of the category, each once: what came before was dropped. */
  readonly events: readonly StoredEvent[];
  readonly position: Position;
}

/** What a subscriber takes until it knows the log up to a position. It gives up when the signal aborts. */
export async function takeUntil(
  { bus, category }: BusUnderTest,
  after: Position,
  until: Position,
  signal: AbortSignal,
  onDelivery: () => Promise<void> = async () => {},
): Promise<Taken> {
  const events: StoredEvent[] = [];
  let position = after;
  for await (const delivery of bus.subscribe(after, signal)) {
    await onDelivery();
    for (const event of delivery.events) {
      if (comparePositions(event.position, events.at(-1)?.position ?? after) <= 0) continue;
      if (event.stream.startsWith(`${category}-`)) events.push(event);
    }
    position = delivery.position;
    if (comparePositions(position, until) >= 0) break;
  }
  return { events, position };
}
