import { comparePositions, type Position, START } from '../commands/eventStore.js';
import { Rejection } from '../domain/kernel/rejection.js';

const PATIENCE_MILLIS = 2_000;

/** Lets readers wait until a view shows what they wrote (`min-position`). */
export class ReachedPositions {
  private position: Position = START;
  private readonly waiting = new Set<{ readonly position: Position; readonly wake: () => void }>();

  current(): Position {
    return this.position;
  }

  moveTo(position: Position): void {
    this.position = position;
    for (const waiter of this.waiting) {
      if (comparePositions(waiter.position, position) <= 0) waiter.wake();
    }
  }

  /** @throws Rejection VIEW_BEHIND after 2 s. */
  reached(position: Position): Promise<void> {
    if (comparePositions(position, this.position) <= 0) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const waiter = {
        position,
        wake: () => {
          clearTimeout(timer);
          this.waiting.delete(waiter);
          resolve();
        },
      };
      const timer = setTimeout(() => {
        this.waiting.delete(waiter);
        reject(
          new Rejection('VIEW_BEHIND', `The view is at position ${this.position}, not yet at ${position}: try again.`, {
            position: this.position,
            minPosition: position,
          }),
        );
      }, PATIENCE_MILLIS);
      this.waiting.add(waiter);
    });
  }
}
