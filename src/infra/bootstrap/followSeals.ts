import { setTimeout as sleep } from 'node:timers/promises';
import type { EventStore } from '../../commands/eventStore.js';
import { keepSealed } from '../../commands/proof/keepSealed.js';
import type { Instant } from '../../domain/kernel/instant.js';
import type { Proofs } from '../cli/doors.js';
import { sha256 } from '../proofs/sha256.js';
import type { Followers } from './followers.js';

const PACE = { every: 10_000, withinMillis: 60_000 };

/** Seals the log while it grows, with the key of the proofs' folder or one made there; its trouble keeps nobody waiting. */
export function followSeals(followers: Followers, store: EventStore, now: () => Instant, proofs: Proofs): void {
  const pause = (millis: number, signal: AbortSignal) => sleep(millis, undefined, { signal });
  followers.followBeside('seals', (signal, alive) => {
    const key = proofs.key({}) ?? proofs.makeKey();
    return keepSealed({ store, sha256, book: proofs.book, key, now }, PACE, pause, signal, alive);
  });
}
