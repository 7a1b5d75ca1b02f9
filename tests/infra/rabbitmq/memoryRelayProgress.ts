import type { Position } from '../../../src/commands/eventStore.js';
import type { RelayProgress } from '../../../src/projections/relayProgress.js';

/** The relay's progress in memory; its lease has no end. */
export class MemoryRelayProgress implements RelayProgress {
  holder: string | null = null;

  constructor(public at: Position | null = null) {}

  async position(): Promise<Position | null> {
    return this.at;
  }

  async lead(holder: string): Promise<boolean> {
    this.holder ??= holder;
    return this.holder === holder;
  }

  async move(holder: string, to: Position): Promise<boolean> {
    if (this.holder !== holder) return false;
    this.at = to;
    return true;
  }

  async leave(holder: string): Promise<void> {
    if (this.holder === holder) this.holder = null;
  }
}
