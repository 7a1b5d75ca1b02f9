import fc from 'fast-check';
import type { StoredEvent } from '../../src/commands/eventStore.js';
import { execute } from '../../src/commands/execute.js';
import { register, setTier } from '../../src/domain/customer/decisions.js';
import { customerAggregate } from '../../src/domain/customer/stream.js';
import type { Aggregate, DomainEvent, When } from '../../src/domain/kernel/decider.js';
import { Rejection } from '../../src/domain/kernel/rejection.js';
import { categorise, delist, describe, reprice, setFloor } from '../../src/domain/product/decisions.js';
import { productAggregate } from '../../src/domain/product/stream.js';
import { draft, end, pause, publish, resume, revise, stop } from '../../src/domain/promotion/decisions.js';
import { promotionAggregate } from '../../src/domain/promotion/stream.js';
import { give } from '../../src/domain/quote/decisions.js';
import { quoteAggregate } from '../../src/domain/quote/stream.js';
import { setPolicies } from '../../src/domain/shop/decisions.js';
import { shopAggregate } from '../../src/domain/shop/stream.js';
import { MemoryEventStore } from '../../src/infra/memory/memoryEventStore.js';
import { aContext } from '../commands/trialContext.js';
import { TrialMachine } from '../commands/trialMachine.js';
import { fuji } from '../domain/product/sampleProduct.js';
import { spend100Save20 } from '../domain/promotion/samplePromotion.js';
import { quote } from '../domain/quote/sampleQuote.js';

// biome-ignore lint/suspicious/noExplicitAny: a table of decisions holds states of any type
type Decision = (state: any, n: number, when: When) => readonly DomainEvent[];
// biome-ignore lint/suspicious/noExplicitAny: the same
type Decisions = readonly (readonly [Aggregate<any, any>, readonly Decision[]])[];

const terms = (n: number) => ({ ...spend100Save20, name: `活动${n}`, cap: n + 1 });
const anything = () => [];

/** Every decision of every aggregate, each with a number to vary it. */
const DECISIONS: Decisions = [
  [
    promotionAggregate,
    [
      (state, n) => draft(state, terms(n), anything),
      (state, n, when) => revise(state, terms(n), undefined, when, anything),
      (state, _, when) => publish(state, '试', when),
      (state) => pause(state),
      (state) => resume(state),
      (state) => end(state, '完'),
      (state) => stop(state, '错'),
    ],
  ],
  [
    productAggregate,
    [
      (state, n, when) => describe(state, { ...fuji, name: `果${n}`, unitPrice: n }, when),
      (state, n, when) => reprice(state, { unitPrice: n }, when),
      (state, n, when) => setFloor(state, n % 2 ? n : null, when),
      (state, n, when) => categorise(state, { categories: [`类${n}`], tags: [] }, when),
      (state, _, when) => delist(state, undefined, when),
    ],
  ],
  [
    customerAggregate,
    [
      (state, n, when) => register(state, n % 2 ? 'gold' : null, when),
      (state, n, when) => setTier(state, n % 2 ? 'gold' : 'silver', when),
    ],
  ],
  [shopAggregate, [(state, n, when) => setPolicies(state, { partGift: n % 2 === 0 }, '试', when)]],
  [quoteAggregate, [(state) => give(state, quote.request, () => quote)]],
];

const INSTANTS = ['2026-11-01T00:00:00.000Z', '2026-11-22T12:00:00.000Z', '2026-12-24T00:00:00.000Z'] as const;

/** Attempts at decisions about a few things of two shops; what is refused did not happen. */
export const anAttempt = fc.record({
  aggregate: fc.nat({ max: DECISIONS.length - 1 }),
  decision: fc.nat({ max: 6 }),
  shop: fc.constantFrom('demo', 'other'),
  id: fc.constantFrom('a', 'b', 'constructor'),
  n: fc.nat({ max: 3 }),
  effectiveFrom: fc.option(fc.constantFrom(...INSTANTS), { nil: undefined, freq: 2 }),
});
export type Attempt = typeof anAttempt extends fc.Arbitrary<infer A> ? A : never;

/** The log that attempts leave behind, made by the one loop. */
export async function historyOf(
  attempts: readonly Attempt[],
): Promise<{ store: MemoryEventStore; log: readonly StoredEvent[] }> {
  const store = new MemoryEventStore();
  const deps = { store, machine: new TrialMachine() };
  for (const { aggregate: which, decision, shop, id, n, effectiveFrom } of attempts) {
    const [aggregate, decisions] = DECISIONS[which]!;
    const decide = decisions[decision % decisions.length]!;
    const context = aContext({ shop });
    await execute(deps, aggregate, aggregate === shopAggregate ? 'settings' : id, context, (state, at) =>
      decide(state, n, { at, effectiveFrom }),
    ).catch((error) => {
      if (!(error instanceof Rejection)) throw error;
    });
  }
  return { store, log: await store.readAll('0', 10_000) };
}
