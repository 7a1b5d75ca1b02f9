import type { Position, StoredEvent } from '../../../src/commands/eventStore.js';
import type { AllowanceTerms } from '../../../src/domain/allowance/events.js';
import { streamParts } from '../../../src/domain/kernel/stream.js';
import type { Invariant } from './invariant.js';

export interface BookedHold {
  readonly hold: string;
  amount: number;
  readonly until: string;
  readonly order?: string;
  readonly customer?: string;
  readonly day?: string;
  readonly takenAt: Position;
  status: 'held' | 'confirmed' | 'ended' | 'cancelled' | 'consumed';
}

export interface BookedAllowance {
  terms: AllowanceTerms;
  readonly holds: Map<string, BookedHold>;
  /** Every hold there ever was, by name. */
  readonly ever: Map<string, BookedHold>;
}

/** What the events say of every allowance: reckoned here without the code that decides. */
export class AllowanceBook implements Invariant {
  readonly allowances = new Map<string, BookedAllowance>();

  stored({ stream, type, data, position }: StoredEvent): void {
    const { category, id } = streamParts(stream);
    if (category !== 'allowance') return;
    const said = JSON.parse(data);
    const known = this.allowances.get(id);
    if (type === 'allowance-opened') this.allowances.set(id, { terms: said, holds: new Map(), ever: new Map() });
    else if (type === 'allowance-adjusted') known!.terms = said;
    else if (type === 'allowance-held') {
      const held: BookedHold = { ...said, takenAt: position, status: 'held' };
      known!.holds.set(held.hold, held);
      known!.ever.set(held.hold, held);
    } else if (known) step(known, type, said);
  }

  /** What counts against the limit: held, confirmed and consumed. */
  taken(allowance: string, which: (hold: BookedHold) => boolean = () => true): number {
    let sum = 0;
    for (const hold of this.allowances.get(allowance)?.holds.values() ?? []) {
      if (hold.status !== 'cancelled' && which(hold)) sum += hold.amount;
    }
    return sum;
  }

  hold(allowance: string, hold: string): BookedHold | undefined {
    return this.allowances.get(allowance)?.ever.get(hold);
  }
}

function step(
  { holds }: BookedAllowance,
  type: string,
  said: { hold: string; afterCancel?: string; amount: number },
): void {
  const hold = holds.get(said.hold);
  if (!hold) return;
  if (type === 'hold-resized') hold.amount = said.amount;
  else if (type === 'hold-confirmed') hold.status = 'confirmed';
  else if (type === 'hold-cancelled') hold.status = said.afterCancel === 'consumed' ? 'consumed' : 'cancelled';
  else {
    hold.status = 'ended';
    holds.delete(said.hold);
  }
}
