import { Dice } from '../oracle/generate/dice.js';
import type { Counters } from './counters.js';

/** What may go wrong, and how often of a thousand chances. A chance is what the words say: one append, one answer, … */
export const FAULT_RATES = {
  'append is lost on its way': 6,
  'append arrives after its sender gave up': 6,
  'acknowledgement is lost': 15,
  'read is lost': 1,
  'store is slow': 30,
  'store crashes and drops its unsynced tail': 4,
  'process dies before its append is stored': 3,
  'process dies and its append arrives later': 3,
  'process dies after its append is stored': 4,
  'answer to the client is lost': 20,
  'events are delivered again': 60,
  'old events are delivered after new ones': 40,
  'bus drops its subscriber': 4,
  'tables lose an acknowledgement': 4,
  'tables are slow': 10,
  'tables are wiped': 1,
  'process starts with empty views': 400,
  'clock is wrong by minutes': 600,
} as const;

export type Fault = keyof typeof FAULT_RATES;
export const FAULTS = Object.keys(FAULT_RATES) as Fault[];

/** Decides what goes wrong. Each fault has dice of its own: switching one off leaves the others where they were. */
export class Mischief {
  readonly #dice: ReadonlyMap<Fault, Dice>;
  #calm = false;

  constructor(
    seed: number,
    private readonly counters: Counters,
    private readonly without: ReadonlySet<Fault> = new Set(),
  ) {
    this.#dice = new Map(FAULTS.map((fault, index) => [fault, new Dice(seed * 7_919 + index * 104_729)]));
  }

  happens(fault: Fault): boolean {
    const happens = this.#dice.get(fault)!.throw() * 1_000 < FAULT_RATES[fault];
    if (!happens || this.#calm || this.without.has(fault)) return false;
    this.counters.fault(fault);
    return true;
  }

  /** From now on nothing goes wrong any more. */
  stop(): void {
    this.#calm = true;
  }
}
