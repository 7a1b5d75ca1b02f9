import { createHash } from 'node:crypto';
import type { Machine } from '../../src/commands/ports.js';
import { type Instant, plusMillis } from '../../src/domain/kernel/instant.js';

/** A machine whose clock stands until it is set, whose ids count, and which never really sleeps. */
export class TrialMachine implements Machine {
  clock: Instant = '2026-11-22T12:00:00.000Z';
  readonly slept: number[] = [];
  readonly ids: string[] = [];

  now = () => this.clock;

  newId = () => {
    const id = `00000000-0000-7000-8000-${String(this.ids.length + 1).padStart(12, '0')}`;
    this.ids.push(id);
    return id;
  };

  random = () => 0.5;

  sleep = async (millis: number) => {
    this.slept.push(millis);
  };

  sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

  /** Every zone is Shanghai. */
  localTimeIn = (_zone: string, at: Instant) => `${plusMillis(at, 8 * 3_600_000).slice(0, 23)}+08:00`;
}
