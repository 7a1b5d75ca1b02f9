import { type Instant, instantOf, later, millisOf } from '../../domain/kernel/instant.js';
import { Rejection } from '../../domain/kernel/rejection.js';
import { type Position, type StoredEvent, StoreUnavailable } from '../eventStore.js';
import type { OrderDeps } from '../order/orderDeps.js';
import { appointmentsOf } from './appointmentsOf.js';
import { carryOn } from './carryOn.js';
import { type Appointment, OrderAgenda } from './orderAgenda.js';

/** Waits; ends early when the signal aborts. */
export type Pause = (millis: number, signal: AbortSignal) => Promise<unknown>;

const AT_ONCE = 16;
const LONGEST_PAUSE_MILLIS = 1_000;
/** What could not be done now is tried again after so long. */
const AGAIN_MILLIS = 1_000;

/**
 * Keeps orders going: follows the log, looks at each order when its time has come, and takes the steps that are due.
 * It remembers nothing that is not in the log, so any number of them may run, and any of them may die at any point.
 */
export class OrderKeeper {
  readonly #agenda = new OrderAgenda();
  #position: Position;
  #wake: () => void = () => {};

  constructor(
    private readonly deps: OrderDeps,
    private readonly pause: Pause,
    start: Position,
  ) {
    this.#position = start;
  }

  /** How many orders something is due of, sooner or later. */
  get waiting(): number {
    return this.#agenda.size;
  }

  /** Takes up what the tables know to be due, before following. */
  expect(appointment: Appointment): void {
    this.#agenda.add(appointment);
  }

  see(events: readonly StoredEvent[]): void {
    for (const event of events) {
      for (const appointment of appointmentsOf(event)) this.#agenda.add(appointment);
      this.#position = event.position;
    }
    this.#wake();
  }

  /** Follows the log and the clock until the signal aborts. */
  async run(signal: AbortSignal, alive: () => void = () => {}): Promise<void> {
    const ending = new AbortController();
    const stop = () => ending.abort();
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    try {
      await Promise.all([this.#follow(ending, alive), this.#keepTime(ending, alive)]);
    } finally {
      stop();
      signal.removeEventListener('abort', stop);
    }
  }

  /** Takes every step that is due now. @returns how many orders were looked at. */
  async lookAround(): Promise<number> {
    let looked = 0;
    for (;;) {
      const due = this.#agenda.due(this.deps.machine.now(), AT_ONCE);
      if (due.length === 0) return looked;
      looked += due.length;
      await Promise.all(due.map((appointment) => this.#lookAt(appointment)));
    }
  }

  async #lookAt({ shop, id }: Appointment): Promise<void> {
    try {
      const next = await carryOn(this.deps, shop, id);
      if (next) this.#agenda.add({ shop, id, at: this.#notBefore(next.at) });
    } catch (error) {
      this.#agenda.add({ shop, id, at: this.#soon() });
      if (!(error instanceof Rejection || error instanceof StoreUnavailable)) throw error;
    }
  }

  // What is due already and yet was not done waits a moment, so that nothing spins.
  #notBefore(at: Instant): Instant {
    return at > this.deps.machine.now() ? at : this.#soon();
  }

  #soon(): Instant {
    return instantOf(millisOf(this.deps.machine.now()) + AGAIN_MILLIS);
  }

  async #follow(ending: AbortController, alive: () => void): Promise<void> {
    try {
      for await (const events of this.deps.store.follow(this.#position, ending.signal)) {
        this.see(events);
        alive();
      }
    } finally {
      ending.abort();
      this.#wake();
    }
  }

  async #keepTime(ending: AbortController, alive: () => void): Promise<void> {
    const { signal } = ending;
    try {
      while (!signal.aborted) {
        await this.lookAround();
        alive();
        await this.#untilNext(signal);
      }
    } finally {
      ending.abort();
    }
  }

  async #untilNext(signal: AbortSignal): Promise<void> {
    const now = this.deps.machine.now();
    const next = this.#agenda.next();
    const millis = next === null ? LONGEST_PAUSE_MILLIS : millisOf(later(next, now)) - millisOf(now);
    if (signal.aborted) return;
    const waking = new AbortController();
    this.#wake = () => waking.abort();
    const stop = () => waking.abort();
    signal.addEventListener('abort', stop);
    await this.pause(Math.min(millis, LONGEST_PAUSE_MILLIS), waking.signal).catch(() => {});
    signal.removeEventListener('abort', stop);
  }
}
