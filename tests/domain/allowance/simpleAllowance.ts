import type { AllowanceTerms } from '../../../src/domain/allowance/events.js';

interface SimpleHold {
  amount: number;
  customer: string;
  until: number;
  status: 'held' | 'confirmed' | 'reusable' | 'consumed' | 'released';
}

/**
 * The model an allowance is held against: a list of everything ever held, looked through from end to end at each
 * question. It knows no events and no expiring: what has ended is what the clock says.
 */
export class SimpleAllowance {
  readonly #all: SimpleHold[] = [];
  readonly #byId = new Map<string, SimpleHold>();
  terms: AllowanceTerms | null = null;

  hold(id: string, amount: number, customer: string, until: number, terms: AllowanceTerms, now: number): string {
    const known = this.#byId.get(id);
    if (known && this.#takes(known, now) && known.status !== 'consumed') {
      return known.amount === amount && known.customer === customer ? 'nothing' : 'HOLD_DIFFERS';
    }
    const inForce = this.terms && this.terms.source.revision >= terms.source.revision ? this.terms : terms;
    if (this.taken(now) + amount > (inForce.total ?? Number.POSITIVE_INFINITY)) return 'LIMIT_REACHED';
    const most = inForce.perCustomer ?? Number.POSITIVE_INFINITY;
    if (this.taken(now, customer) + amount > most) return 'CUSTOMER_LIMIT_REACHED';
    const hold: SimpleHold = { amount, customer, until, status: 'held' };
    this.#all.push(hold);
    this.#byId.set(id, hold);
    this.terms = inForce;
    return 'done';
  }

  resize(id: string, amount: number, now: number): string {
    const known = this.#byId.get(id);
    if (known?.status === 'confirmed') return 'ALREADY_CONFIRMED';
    if (known?.status !== 'held' || now >= known.until) return 'NO_RESERVATION';
    if (amount === known.amount) return 'nothing';
    const more = amount - known.amount;
    const customer = this.taken(now, known.customer) + more;
    if (more > 0 && this.taken(now) + more > (this.terms?.total ?? Number.POSITIVE_INFINITY)) return 'LIMIT_REACHED';
    if (more > 0 && customer > (this.terms?.perCustomer ?? Number.POSITIVE_INFINITY)) return 'CUSTOMER_LIMIT_REACHED';
    known.amount = amount;
    return 'done';
  }

  confirm(id: string, now: number): string {
    const known = this.#byId.get(id);
    if (known?.status === 'confirmed') return 'nothing';
    if (known?.status !== 'held' || now >= known.until) return 'NO_RESERVATION';
    known.status = 'confirmed';
    return 'done';
  }

  release(id: string, now: number): string {
    const known = this.#byId.get(id);
    if (known?.status === 'confirmed') return 'ALREADY_CONFIRMED';
    if (known?.status !== 'held' || now >= known.until) return 'nothing';
    known.status = 'released';
    return 'done';
  }

  cancel(id: string, afterCancel: 'reusable' | 'consumed', now: number): string {
    const known = this.#byId.get(id);
    if (known?.status === 'reusable' || known?.status === 'consumed') return 'nothing';
    if (!known || !this.#takes(known, now)) return 'NO_RESERVATION';
    if (known.status === 'held') return 'NOT_CONFIRMED';
    known.status = afterCancel;
    return 'done';
  }

  adjust(terms: AllowanceTerms, now: number): string {
    if (!this.terms) return 'ALLOWANCE_UNKNOWN';
    if (terms.source.revision < this.terms.source.revision) return 'nothing';
    if (JSON.stringify(terms) === JSON.stringify(this.terms)) return 'nothing';
    if (this.taken(now) > (terms.total ?? Number.POSITIVE_INFINITY)) return 'ALLOWANCE_BELOW_TAKEN';
    this.terms = terms;
    return 'done';
  }

  taken(now: number, customer?: string): number {
    return this.#all
      .filter((hold) => this.#takes(hold, now) && (customer === undefined || hold.customer === customer))
      .reduce((sum, { amount }) => sum + amount, 0);
  }

  #takes({ status, until }: SimpleHold, now: number): boolean {
    return status === 'confirmed' || status === 'consumed' || (status === 'held' && now < until);
  }
}
