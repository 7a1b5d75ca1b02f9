import { LogSealer } from './logSealer.js';
import type { SealDeps } from './sealLog.js';

export interface SealingPace {
  /** A checkpoint each time that so many events divide the count. */
  readonly every: number;
  /** And one after so many milliseconds, when there is anything new. */
  readonly withinMillis: number;
}

/** Waits; an abort ends the waiting. */
export type Pause = (millis: number, signal: AbortSignal) => Promise<unknown>;

/** Seals a log for as long as the signal lets it, and the rest at the end. @throws SealsBroken, and what log and book throw. */
export async function keepSealed(
  deps: SealDeps,
  { every, withinMillis }: SealingPace,
  pause: Pause,
  signal: AbortSignal,
  alive: () => void,
): Promise<void> {
  const sealer = await LogSealer.goingOn(deps, every);
  const ended = new AbortController();
  const over = AbortSignal.any([signal, ended.signal]);
  const inTime = (async () => {
    while (!over.aborted) {
      await pause(withinMillis, over).catch(() => {});
      if (!over.aborted) await sealer.seal();
    }
  })();
  const following = (async () => {
    for await (const events of deps.store.follow(sealer.position, over)) {
      await sealer.take(events);
      alive();
    }
  })();
  try {
    // Whichever fails ends the other.
    await Promise.all([inTime, following].map((work) => work.finally(() => ended.abort())));
    // What came last was perhaps not followed any more. A long way behind, the next start goes on.
    await sealer.take(await deps.store.readAll(sealer.position, every));
    await sealer.seal();
  } finally {
    await Promise.allSettled([inTime, following]);
  }
}
