import { cancel, confirm, hold, MAX_HOLD_MILLIS, release } from '../../domain/allowance/decisions.js';
import type { AfterCancel, AllowanceEvent, AllowanceTerms } from '../../domain/allowance/events.js';
import { type Allowance, remainingAt } from '../../domain/allowance/state.js';
import { allowanceAggregate } from '../../domain/allowance/stream.js';
import { type Instant, later, plusMillis } from '../../domain/kernel/instant.js';
import { Rejection } from '../../domain/kernel/rejection.js';
import { price } from '../../domain/pricing/price.js';
import type { GoldenCase, GoldenResource, GoldenStep } from './goldenCase.js';
import { readGoldenCase } from './readGoldenCase.js';

type Answer = { readonly accepted: true } | { readonly accepted: false; readonly reason: string };
type Told = Record<string, unknown>;

/** Takes the steps of a case through real allowances; what each was expected to tell, and what it told. */
export function limitOfGoldenCase(golden: GoldenCase): { expected: Told; got: Told } {
  const allowances = new Map(
    (golden.resources ?? []).map((of) => [of.id, new GoldenAllowance(of, golden.policy ?? {})]),
  );
  const expected: Told = {};
  const got: Told = {};
  for (const [index, step] of (golden.steps ?? []).entries()) {
    const allowance = allowances.get(step.resource);
    if (!allowance) throw new RangeError(`step ${index + 1} names no resource of the case`);
    const told = step.concurrent === undefined ? toldOf(step, allowance, golden) : toldOfMany(step, allowance);
    for (const [what, value] of Object.entries(step.expect ?? {})) {
      const name = `${step.op} ${index + 1}: ${what}`;
      expected[name] = value;
      got[name] = told[what];
    }
  }
  return { expected, got };
}

function toldOf(step: GoldenStep, allowance: GoldenAllowance, { quote }: GoldenCase): Told {
  const answer = allowance.take(step, step.order ?? '');
  return {
    outcome: answer.accepted ? 'accepted' : 'refused',
    reason: answer.accepted ? undefined : answer.reason,
    remaining: allowance.remaining(),
    payable: quote && payable(quote, answer.accepted ? undefined : step.resource),
  };
}

/** All at once: each is decided on what those before it made, whatever the order in which they arrive. */
function toldOfMany(step: GoldenStep, allowance: GoldenAllowance): Told {
  const count = step.concurrent ?? 0;
  let accepted = 0;
  for (let n = 0; n < count; n++) if (allowance.take(step, step.order ?? `order${n}`).accepted) accepted++;
  return { accepted, refused: count - accepted, remaining: allowance.remaining() };
}

/** What the order costs; without the promotion whose limit refused it. */
function payable(quote: GoldenCase, refused: string | undefined): number {
  const { basket, offers, facts } = readGoldenCase({ ...quote, kind: 'quote' });
  if (refused === undefined) return price(basket, offers, facts).pay;
  const others = offers.filter(({ id }) => id !== refused);
  return price(basket, others.length < offers.length ? others : [], facts).pay;
}

class GoldenAllowance {
  #state: Allowance = allowanceAggregate.initial;
  #revision = 0;
  #at: Instant = '2026-11-22T12:00:00.000Z';
  readonly #terms: AllowanceTerms;

  constructor(
    private readonly resource: GoldenResource,
    private readonly policy: Readonly<Record<string, unknown>>,
  ) {
    const { id, unit, limit, perCustomer } = resource;
    const source = { promotion: id, revision: 0 };
    this.#terms = { unit, total: limit ?? null, ...(perCustomer !== undefined && { perCustomer }), source };
  }

  remaining(): number | null | undefined {
    return this.#state.terms ? remainingAt(this.#state, this.#at) : this.resource.limit;
  }

  take(step: GoldenStep, order: string): Answer {
    if (step.at !== undefined) this.#at = later(this.#at, new Date(step.at).toISOString());
    try {
      for (const event of this.#decide(step, order)) this.#fold(event);
      return { accepted: true };
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      return { accepted: false, reason: error.code.toLowerCase().replaceAll('_', '-') };
    }
  }

  #decide({ op, checkout, customer, amount = 1 }: GoldenStep, order: string): readonly AllowanceEvent[] {
    const at = this.#at;
    // A checkout's one use is of all its orders.
    const perCheckout = this.policy['countPer'] === 'checkout' && checkout !== undefined;
    const own = perCheckout ? { hold: checkout } : { hold: order, order };
    const afterCancel = (this.policy['afterCancel'] ?? 'reusable') as AfterCancel;
    switch (op) {
      case 'reserve': {
        const { ttlSeconds } = this.resource;
        const until = plusMillis(at, ttlSeconds === undefined ? MAX_HOLD_MILLIS : ttlSeconds * 1_000);
        const request = { ...own, amount, until, customer, terms: this.#terms };
        return hold(this.#state, request, { at, dayIn: () => at.slice(0, 10) });
      }
      case 'confirm':
        return confirm(this.#state, own, at);
      case 'release':
        return release(this.#state, own, at);
      case 'cancel':
        return cancel(this.#state, own, afterCancel, at);
    }
  }

  #fold(event: AllowanceEvent): void {
    const recorded = { ...event, revision: this.#revision++, recordedAt: this.#at, effectiveFrom: this.#at };
    this.#state = allowanceAggregate.evolve(this.#state, recorded);
  }
}
