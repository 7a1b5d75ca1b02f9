import type { Dice } from '../oracle/generate/dice.js';

/** Whose work it is: what is left of it is forgotten when its owner dies. */
export interface Owner {
  readonly name: string;
  alive: boolean;
}

interface Task {
  readonly due: number;
  readonly tie: number;
  readonly owner: Owner;
  readonly label: string;
  readonly work: () => void;
}

/**
 * Time, and who runs next. Everything a process waits for (store, bus, tables, sleep, its event loop's next turn) is a
 * task here. A step takes the earliest task, chance deciding among those that are due together, and then lets every
 * promise it settled run dry before the next step. Nothing else ever waits, so a seed decides the whole run.
 */
export class Scheduler {
  /** Milliseconds since the simulation began. */
  now = 0;
  steps = 0;
  readonly #heap: Task[] = [];

  constructor(
    private readonly dice: Dice,
    private readonly onStep: (now: number, owner: string, label: string) => void,
  ) {}

  after(owner: Owner, millis: number, label: string, work: () => void): void {
    if (!owner.alive) return;
    const due = this.now + Math.max(0, Math.round(millis));
    this.#push({ due, tie: this.dice.throw(), owner, label, work });
  }

  wait(owner: Owner, millis: number, label: string): Promise<void> {
    return new Promise((resolve) => this.after(owner, millis, label, resolve));
  }

  /** Runs until it is done, nothing is left to run, or the time has come. @throws what a task throws. */
  async run(isDone: () => boolean, until = Number.POSITIVE_INFINITY): Promise<void> {
    while (!isDone()) {
      const task = this.#heap[0];
      if (!task || task.due > until) {
        if (until !== Number.POSITIVE_INFINITY) this.now = Math.max(this.now, until);
        return;
      }
      this.#pop();
      if (!task.owner.alive) continue;
      this.now = task.due;
      this.steps++;
      this.onStep(task.due, task.owner.name, task.label);
      task.work();
      await promisesRunDry();
    }
  }

  #push(task: Task): void {
    const heap = this.#heap;
    let place = heap.push(task) - 1;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (!isBefore(task, heap[above]!)) break;
      heap[place] = heap[above]!;
      place = above;
    }
    heap[place] = task;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop()!;
    if (heap.length === 0) return;
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && isBefore(heap[below + 1]!, heap[below]!)) below++;
      if (!isBefore(heap[below]!, last)) break;
      heap[place] = heap[below]!;
      place = below;
    }
    heap[place] = last;
  }
}

function isBefore(a: Task, b: Task): boolean {
  return a.due < b.due || (a.due === b.due && a.tie < b.tie);
}

// The event loop turns once all microtasks are done; nothing else is on it.
function promisesRunDry(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
