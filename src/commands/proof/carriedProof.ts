import { z } from 'zod';
import type { StoredEvent } from '../eventStore.js';
import { readCheckpoint, type SealedCheckpoint } from './checkpoint.js';

export const PROOF_FORMAT = 'orchard-proof/1';

const count = z.int().nonnegative();
const digits = z.string().regex(/^\d+$/);
const event = z.strictObject({
  id: z.string(),
  type: z.string(),
  schemaVersion: count,
  shop: z.string(),
  recordedAt: z.string(),
  effectiveFrom: z.string(),
  actor: z.strictObject({ principal: z.string(), role: z.string() }),
  commandId: z.string(),
  requestHash: z.string(),
  correlation: z.string(),
  causation: z.string().optional(),
  data: z.string(),
  stream: z.string(),
  revision: count,
  position: digits,
});

const carried = z.strictObject({
  format: z.literal(PROOF_FORMAT),
  /** Prices that come out again of the events. */
  quotes: z.array(z.strictObject({ shop: z.string(), quote: z.string() })),
  events: z
    .array(
      z.strictObject({
        event,
        /** Of the event in the log, counted from 0. */
        index: count,
        /** Hashes beside its way to the root of the checkpoint, hex, lowest first (RFC 6962, 2.1.1). */
        path: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
      }),
    )
    .nonempty(),
  checkpoint: z.unknown(),
});

/**
 * Events of a log with the proofs that they are in it, to be verified by who has neither the log
 * nor Orchard. The key is not in it: one that came along would prove nothing.
 */
export interface CarriedProof {
  readonly format: typeof PROOF_FORMAT;
  readonly quotes: readonly { readonly shop: string; readonly quote: string }[];
  readonly events: readonly {
    readonly event: StoredEvent;
    readonly index: number;
    readonly path: readonly string[];
  }[];
  readonly checkpoint: SealedCheckpoint;
}

/** @throws RangeError that names what is wrong. */
export function readCarriedProof(text: string, called: string): CarriedProof {
  const read = carried.safeParse(jsonOf(text));
  if (!read.success) {
    const [{ path, message } = { path: [], message: '' }] = read.error.issues;
    throw new RangeError(`${called} is no proof of Orchard: ${[path.join('.'), message].filter(Boolean).join(' ')}`);
  }
  const checkpoint = readCheckpoint(JSON.stringify(read.data.checkpoint), `the checkpoint in ${called}`);
  return { ...(read.data as Omit<CarriedProof, 'checkpoint'>), checkpoint };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
