import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MILLIS = 30_000;

/** Resolves when a condition holds. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + PATIENCE_MILLIS; Date.now() < end; await sleep(20)) {
    if (await holds()) return;
  }
  throw new Error(`waited ${PATIENCE_MILLIS} ms in vain: ${holds}`);
}
