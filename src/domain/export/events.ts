import type { DomainEvent } from '../kernel/decider.js';
import type { Instant } from '../kernel/instant.js';

/** That something of a shop left Orchard as files, which, and how they can be told from others. */
export interface LogExported {
  readonly format: string;
  /** Recorded from then on; null: from the beginning. */
  readonly from: Instant | null;
  /** Recorded before then; null: to the end. */
  readonly to: Instant | null;
  /** Positions of the log that were read: after the one, up to and including the other. */
  readonly after: string;
  readonly through: string;
  /** Events of the shop that left. */
  readonly events: number;
  /** SHA-256 of the manifest, hex. */
  readonly manifest: string;
}

/** Stored for ever: see promotion/events.ts. */
export type ExportEvent = DomainEvent<'log-exported', LogExported>;
