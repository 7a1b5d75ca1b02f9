import { comparePositions, type Position } from '../../../src/commands/eventStore.js';
import type { OrderHold } from '../../../src/domain/order/events.js';
import { keyOf } from '../../../src/domain/order/state.js';
import type { BookedHold } from './allowanceBook.js';

/**
 * When each attempt to take holds (placing, changing, retaking) came to nothing. A process that is slow beside another
 * may take one after that; it gives it back itself, and whoever released the others need not have seen it.
 */
export class AttemptsOver {
  readonly #since = new Map<string, Position>();

  add(holds: readonly OrderHold[], at: Position): void {
    for (const hold of holds) if (!this.#since.has(keyOf(hold))) this.#since.set(keyOf(hold), at);
  }

  isTakenAfter(key: string, { takenAt }: BookedHold): boolean {
    const since = this.#since.get(key);
    return since !== undefined && comparePositions(takenAt, since) > 0;
  }
}
