import type { Position } from '../commands/eventStore.js';

/** How far the log was relayed to the bus, and which process relays it; kept where the tables are. */
export interface RelayProgress {
  /** Everything up to it was confirmed by the bus; null: nothing was relayed so far. */
  position(): Promise<Position | null>;
  /**
   * Takes the lease or prolongs it; false: another process has it. It only saves work: two relays at once publish twice
   * what consumers take once.
   */
  lead(holder: string, millis: number): Promise<boolean>;
  /** Moves the position; false: the lease is another's by now, and nothing moved. */
  move(holder: string, to: Position): Promise<boolean>;
  /** Gives the lease up, so that another need not wait for its end. */
  leave(holder: string): Promise<void>;
}
