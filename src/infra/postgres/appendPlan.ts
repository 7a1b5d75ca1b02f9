import { type Appended, RevisionConflict } from '../../commands/eventStore.js';
import type { StreamName } from '../../domain/kernel/stream.js';
import { type AppendOutcome, type AppendRequest, baseOf, NONE } from '../sql/appendRequest.js';
import { type EventRow, rowOf, sameEvent } from '../sql/eventRow.js';

/** An append that may have been stored before: only the rows at its place can tell. */
export interface Resent {
  readonly request: AppendRequest;
  readonly conflict: RevisionConflict;
}

/** Places one batch of appends on the heads of its streams, one after the other; nothing is written here. */
export class AppendPlan {
  /** What is to be inserted, in the order of positions. */
  readonly rows: EventRow[] = [];
  readonly #heads: Map<StreamName, number>;
  readonly #headOfLog: number;

  constructor(heads: ReadonlyMap<StreamName, number>, headOfLog: number) {
    this.#heads = new Map(heads);
    this.#headOfLog = headOfLog;
  }

  place(request: AppendRequest): AppendOutcome | Resent {
    const { stream, expected, events } = request;
    const head = this.#heads.get(stream) ?? NONE;
    const base = baseOf(request);
    if (base !== head) {
      const conflict = new RevisionConflict(stream, expected, head === NONE ? 'none' : head);
      return base + events.length > head ? conflict : { request, conflict };
    }
    for (const [i, event] of events.entries()) this.rows.push(rowOf(event, stream, base + 1 + i, this.headOfLog + 1));
    this.#heads.set(stream, base + events.length);
    return { revision: base + events.length, position: String(this.headOfLog) };
  }

  /** The head of the log once the plan is stored. */
  get headOfLog(): number {
    return this.#headOfLog + this.rows.length;
  }

  /**
   * What to answer a resent append, given the rows the log held at its place before this plan: the first answer, if it
   * is the same to the byte.
   */
  answer({ request, conflict }: Resent, stored: readonly EventRow[]): AppendOutcome {
    const { stream, events } = request;
    const base = baseOf(request);
    const last = base + events.length;
    const planned = this.rows.filter((row) => row[1] === stream && row[2] > base && row[2] <= last);
    const there = [...stored, ...planned];
    const same = events.every((event, i) => there[i] && sameEvent(there[i], rowOf(event, stream, base + 1 + i, 0)));
    return same ? ({ revision: last, position: String(there.at(-1)![0]) } satisfies Appended) : conflict;
  }
}
