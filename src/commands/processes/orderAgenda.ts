import type { Instant } from '../../domain/kernel/instant.js';

/** An order to look at, and from when. */
export interface Appointment {
  readonly shop: string;
  readonly id: string;
  readonly at: Instant;
}

/** When to look at which order again: one appointment an order, the earliest; a binary heap by instant. */
export class OrderAgenda {
  readonly #heap: Appointment[] = [];
  readonly #earliest = new Map<string, Instant>();

  get size(): number {
    return this.#earliest.size;
  }

  add(appointment: Appointment): void {
    const key = keyOf(appointment);
    const known = this.#earliest.get(key);
    if (known !== undefined && known <= appointment.at) return;
    this.#earliest.set(key, appointment.at);
    this.#rise(appointment);
  }

  /** When the next one is; null: there is none. */
  next(): Instant | null {
    this.#forgetOutdated();
    return this.#heap[0]?.at ?? null;
  }

  /** Takes those whose time has come, the earliest first, at most so many. */
  due(now: Instant, most: number): Appointment[] {
    const due: Appointment[] = [];
    while (due.length < most) {
      const next = this.next();
      if (next === null || next > now) return due;
      const appointment = this.#pop();
      this.#earliest.delete(keyOf(appointment));
      due.push(appointment);
    }
    return due;
  }

  // An order that got an earlier appointment has its later one still in the heap.
  #forgetOutdated(): void {
    while (this.#heap.length > 0 && this.#earliest.get(keyOf(this.#heap[0]!)) !== this.#heap[0]!.at) this.#pop();
  }

  #rise(appointment: Appointment): void {
    const heap = this.#heap;
    let place = heap.push(appointment) - 1;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (heap[above]!.at <= appointment.at) break;
      heap[place] = heap[above]!;
      place = above;
    }
    heap[place] = appointment;
  }

  #pop(): Appointment {
    const heap = this.#heap;
    const first = heap[0]!;
    const last = heap.pop()!;
    if (heap.length > 0) this.#sink(last);
    return first;
  }

  #sink(appointment: Appointment): void {
    const heap = this.#heap;
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && heap[below + 1]!.at < heap[below]!.at) below++;
      if (heap[below]!.at >= appointment.at) break;
      heap[place] = heap[below]!;
      place = below;
    }
    heap[place] = appointment;
  }
}

function keyOf({ shop, id }: Appointment): string {
  return `${shop}.${id}`;
}
