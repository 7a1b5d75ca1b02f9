import type { EventStore, Position } from '../commands/eventStore.js';
import { type Instant, millisOf } from '../domain/kernel/instant.js';
import type { RelayProgress } from './relayProgress.js';

/** What the bus has not confirmed so far. */
export interface RelayLag {
  readonly position: Position;
  /** Positions between it and the end of the log. */
  readonly positions: number;
  /** Age of the oldest event among them. */
  readonly seconds: number;
}

/** How far the relay is behind the log; before anything was relayed it is behind nothing. */
export async function relayLag(
  store: Pick<EventStore, 'head' | 'readAll'>,
  progress: Pick<RelayProgress, 'position'>,
  now: () => Instant,
): Promise<RelayLag> {
  const relayed = await progress.position();
  const head = await store.head();
  const position = relayed ?? head;
  const [oldest] = await store.readAll(position, 1);
  const positions = BigInt(head) - BigInt(position);
  const millis = oldest ? millisOf(now()) - millisOf(oldest.recordedAt) : 0;
  return { position, positions: Math.max(0, Number(positions)), seconds: Math.max(0, Math.floor(millis / 1_000)) };
}
