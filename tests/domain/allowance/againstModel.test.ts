import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { adjust, cancel, confirm, expire, hold, release, resize } from '../../../src/domain/allowance/decisions.js';
import type { AllowanceEvent, AllowanceTerms } from '../../../src/domain/allowance/events.js';
import { type Allowance, remainingAt } from '../../../src/domain/allowance/state.js';
import { allowanceAggregate } from '../../../src/domain/allowance/stream.js';
import { instantOf } from '../../../src/domain/kernel/instant.js';
import { Rejection } from '../../../src/domain/kernel/rejection.js';
import { SimpleAllowance } from './simpleAllowance.js';

/** `MODEL_RUNS=100000 npx jest againstModel` is the soak. */
const RUNS = Number(process.env['MODEL_RUNS'] ?? 20_000);

const ids = fc.constantFrom('h1', 'h2', 'h3', 'h4', 'h5');
const terms = fc
  .record({
    total: fc.option(fc.integer({ min: 0, max: 6 }), { freq: 9 }),
    each: fc.integer({ min: 0, max: 4 }),
    revision: fc.nat(3),
  })
  .map(
    ({ total, each, revision }): AllowanceTerms => ({
      unit: 'uses',
      total,
      ...(each > 0 && { perCustomer: each }),
      source: { promotion: 'p', revision },
    }),
  );
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      op: fc.constant('hold'),
      id: ids,
      amount: fc.integer({ min: 1, max: 3 }),
      customer: fc.constantFrom('c1', 'c2'),
      lasts: fc.integer({ min: 1, max: 5 }),
      terms,
    }),
  },
  { weight: 3, arbitrary: fc.record({ op: fc.constantFrom('confirm', 'release', 'reusable', 'consumed'), id: ids }) },
  {
    weight: 2,
    arbitrary: fc.record({ op: fc.constant('resize'), id: ids, amount: fc.integer({ min: 1, max: 4 }) }),
  },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('expire') }) },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('adjust'), terms }) },
  { weight: 2, arbitrary: fc.record({ op: fc.constant('wait'), lasts: fc.integer({ min: 1, max: 3 }) }) },
) as fc.Arbitrary<Step>;

type Step =
  | { op: 'hold'; id: string; amount: number; customer: string; lasts: number; terms: AllowanceTerms }
  | { op: 'resize'; id: string; amount: number }
  | { op: 'confirm'; id: string }
  | { op: 'release'; id: string }
  | { op: 'reusable' | 'consumed'; id: string }
  | { op: 'expire' }
  | { op: 'adjust'; terms: AllowanceTerms }
  | { op: 'wait'; lasts: number };

/** The allowance under trial beside the model; every event is folded alone, and held against I3. */
class Trial {
  readonly model = new SimpleAllowance();
  readonly seen = new Map<string, number>();
  state: Allowance = allowanceAggregate.initial;
  now = 1;
  #revision = 0;

  take(step: Step): void {
    if (step.op === 'wait') {
      this.now += step.lasts;
      return;
    }
    const [decided, expected] = this.#both(step);
    const answer = this.#answerOf(decided);
    this.seen.set(`${step.op} ${answer}`, (this.seen.get(`${step.op} ${answer}`) ?? 0) + 1);
    same(step.op, answer, expected);
    // Asked again, what was done is done and what was refused is refused.
    same(`${step.op} again`, this.#answerOf(decided), expected === 'done' ? 'nothing' : expected);
    this.#compare();
  }

  #both(step: Exclude<Step, { op: 'wait' }>): [() => readonly AllowanceEvent[], string] {
    const { model, now } = this;
    const at = instantOf(now);
    switch (step.op) {
      case 'hold': {
        const { id, amount, customer, lasts, terms } = step;
        const request = { hold: id, amount, customer, until: instantOf(now + lasts), terms };
        const expected = model.hold(id, amount, customer, now + lasts, terms, now);
        return [() => hold(this.state, request, { at, dayIn: () => '' }), expected];
      }
      case 'resize': {
        const { id, amount } = step;
        return [() => resize(this.state, { hold: id, amount }, at), model.resize(id, amount, now)];
      }
      case 'confirm':
        return [() => confirm(this.state, { hold: step.id }, at), model.confirm(step.id, now)];
      case 'release':
        return [() => release(this.state, { hold: step.id }, at), model.release(step.id, now)];
      case 'expire':
        return [() => expire(this.state, at), 'nothing'];
      case 'adjust':
        return [() => adjust(this.state, step.terms, at), model.adjust(step.terms, now)];
      default:
        return [() => cancel(this.state, { hold: step.id }, step.op, at), model.cancel(step.id, step.op, now)];
    }
  }

  /** Events that only say what the clock says already are `nothing`. */
  #answerOf(decide: () => readonly AllowanceEvent[]): string {
    try {
      const events = decide();
      for (const event of events) this.#fold(event);
      return events.some(({ type }) => type !== 'hold-expired') ? 'done' : 'nothing';
    } catch (error) {
      if (error instanceof Rejection) return error.code;
      throw error;
    }
  }

  #fold(event: AllowanceEvent): void {
    const at = instantOf(this.now);
    const recorded = { ...event, revision: this.#revision++, recordedAt: at, effectiveFrom: at };
    this.state = allowanceAggregate.evolve(this.state, recorded);
    const { terms, held, confirmed, customers } = this.state;
    within('all', held + confirmed, terms!.total);
    // A limit of each customer may be lowered below what one has; a hold never passes it.
    if (event.type !== 'allowance-held') return;
    const { taken } = customers.get(event.data.customer!)!;
    within('customer', taken, terms!.perCustomer);
  }

  #compare(): void {
    const { model, state, now } = this;
    same('terms', JSON.stringify(state.terms), JSON.stringify(model.terms));
    const total = model.terms?.total ?? null;
    same('remaining', remainingAt(state, instantOf(now)), total === null ? null : total - model.taken(now));
    const open = [...state.holds.values()].filter(({ status }) => status === 'held');
    same('deadlines', state.deadlines.size, open.length);
  }
}

// Millions of comparisons: Jest's own would take minutes.
function same(what: string, got: unknown, expected: unknown): void {
  if (got !== expected) throw new Error(`${what}: got ${got}, expected ${expected}`);
}

function within(what: string, taken: number, limit: number | null | undefined): void {
  if (taken > (limit ?? Number.POSITIVE_INFINITY)) throw new Error(`${what}: ${taken} taken of ${limit}`);
}

test(`${RUNS} runs of holds, steps, clocks and adjustments end as in the simple model, within the limits at every event`, () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 30 }), (steps) => {
      const trial = new Trial();
      for (const step of steps) trial.take(step);
      for (const [answer, times] of trial.seen) seen.set(answer, (seen.get(answer) ?? 0) + times);
    }),
    { numRuns: RUNS },
  );
  const resizes = ['resize done', 'resize LIMIT_REACHED', 'resize CUSTOMER_LIMIT_REACHED', 'resize ALREADY_CONFIRMED'];
  const rare = ['hold HOLD_DIFFERS', 'hold CUSTOMER_LIMIT_REACHED', 'adjust ALLOWANCE_BELOW_TAKEN', 'consumed done'];
  for (const answer of [...rare, ...resizes, 'reusable done', 'release ALREADY_CONFIRMED', 'reusable NOT_CONFIRMED']) {
    expect({ answer, often: (seen.get(answer) ?? 0) > RUNS / 1_000 }).toEqual({ answer, often: true });
  }
}, 600_000);
