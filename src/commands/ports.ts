import type { Instant } from '../domain/kernel/instant.js';
import type { LocalTime } from '../domain/kernel/localTime.js';
import type { EventStore } from './eventStore.js';

/** What commands take from the machine. */
export interface Machine {
  readonly now: () => Instant;
  /** A fresh event id, UUID v7. */
  readonly newId: () => string;
  /** 0 ≤ n < 1, for jitter only. */
  readonly random: () => number;
  readonly sleep: (millis: number) => Promise<void>;
  /** SHA-256 of a text, hex. */
  readonly sha256: (text: string) => string;
  /** What the clock of a zone shows; the zone was validated when the schedule was. */
  readonly localTimeIn: (zone: string, at: Instant) => LocalTime;
}

export interface CommandDeps {
  readonly store: EventStore;
  readonly machine: Machine;
}
