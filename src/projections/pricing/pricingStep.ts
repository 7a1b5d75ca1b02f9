import type { Position, StoredEvent } from '../../commands/eventStore.js';
import { UnknownEvent } from '../../commands/storedEvents.js';
import { streamParts } from '../../domain/kernel/stream.js';
import { orderAggregate } from '../../domain/order/stream.js';
import { customersProjection } from '../customers/customersProjection.js';
import { nextRow, parkedAt } from '../foldBatch.js';
import { lostChangeOf } from '../orders/lostHolds.js';
import { productsProjection } from '../products/productsProjection.js';
import type { AnyProjection, Row } from '../projection.js';
import { promotionsProjection } from '../promotions/promotionsProjection.js';
import { shopsProjection } from '../shops/shopsProjection.js';
import { countChangeOf } from './countChange.js';
import type { PricingCheckpoint, PricingStep } from './pricingViews.js';

/** The read models whose rows are a shop's rules: few, needed for every price. */
export const RULES: readonly AnyProjection[] = [promotionsProjection, shopsProjection];

/** Those whose rows are looked up: as many as there are products and customers. */
export const LOOKED_UP: readonly AnyProjection[] = [productsProjection, customersProjection];

/** The rules of every shop by stream, as their keeper has them at hand. */
export type RulesAtHand = Map<string, { readonly version: Position | null; readonly rows: Map<string, Row> }>;

export interface FoldedStep {
  readonly step: PricingStep;
  /** The event it stopped before, because this version does not know its type. */
  readonly waitsAt: UnknownEvent | null;
}

/** Folds events after the checkpoint into a step; the rules at hand go along. `rows` has what goes on in these events. */
export function pricingStep(
  { position, parked }: PricingCheckpoint,
  events: readonly StoredEvent[],
  rules: RulesAtHand,
  rows: ReadonlyMap<string, Row>,
): FoldedStep {
  const step = new StepUnderWay(rules, rows, new Map(parked.map((one) => [one.stream, one])));
  let to = position;
  for (const event of events) {
    try {
      step.take(event);
    } catch (error) {
      if (error instanceof UnknownEvent) return { step: step.done(position, to), waitsAt: error };
      step.parked.set(event.stream, parkedAt(event, error));
    }
    to = event.position;
  }
  return { step: step.done(position, to), waitsAt: null };
}

/** The streams whose rows a step of these events starts from. */
export function streamsLookedUp(events: readonly StoredEvent[]): string[] {
  const own = events.filter(({ stream, revision }) => revision > 0 && projectionOf(LOOKED_UP, stream));
  return [...new Set(own.map(({ stream }) => stream))];
}

class StepUnderWay {
  readonly #rows = new Map<string, Row>();
  readonly #counts = new Map<string, { placed: number; cancelled: number }>();
  readonly #lost = new Map<string, readonly string[] | null>();
  /** Shop → the version its rules had before. */
  readonly #changed = new Map<string, Position | null>();

  constructor(
    private readonly rules: RulesAtHand,
    private readonly before: ReadonlyMap<string, Row>,
    readonly parked: Map<string, PricingCheckpoint['parked'][number]>,
  ) {}

  /** @throws UnknownEvent of a stream that is folded; what cannot be folded. */
  take(event: StoredEvent): void {
    const { stream } = event;
    if (stream.startsWith(`${orderAggregate.category}-`)) this.#takeOrder(event);
    if (this.parked.has(stream)) return;
    const looked = projectionOf(LOOKED_UP, stream);
    if (looked) this.#rows.set(stream, nextRow(looked, this.#rows.get(stream) ?? this.before.get(stream), event));
    const ruling = projectionOf(RULES, stream);
    if (ruling) this.#takeRule(ruling, event);
  }

  done(from: Position, to: Position): PricingStep {
    return {
      from,
      to,
      rows: [...this.#rows.values()],
      counts: [...this.#counts].map(([customer, change]) => ({ customer, ...change })),
      rules: [...this.#changed].map(([shop, replaces]) => {
        const { version, rows } = this.rules.get(shop)!;
        return { shop, version: version!, rows: [...rows.values()], replaces };
      }),
      lost: [...this.#lost],
      parked: [...this.parked.values()],
    };
  }

  #takeRule(projection: AnyProjection, event: StoredEvent): void {
    const { shop } = streamParts(event.stream);
    const { version, rows } = this.rules.get(shop) ?? { version: null, rows: new Map<string, Row>() };
    rows.set(event.stream, nextRow(projection, rows.get(event.stream), event));
    this.rules.set(shop, { version: event.position, rows });
    if (!this.#changed.has(shop)) this.#changed.set(shop, version);
  }

  // Counts and lost holds only advise: an order this version cannot read is left out, nothing waits for it.
  #takeOrder(event: StoredEvent): void {
    try {
      const change = countChangeOf(event);
      const lost = lostChangeOf(event);
      if (change) {
        const { placed, cancelled } = this.#counts.get(change.customer) ?? { placed: 0, cancelled: 0 };
        const sum = { placed: placed + change.placed, cancelled: cancelled + change.cancelled };
        this.#counts.set(change.customer, sum);
      }
      if (lost) this.#lost.set(...lost);
    } catch (error) {
      this.parked.set(event.stream, parkedAt(event, error));
    }
  }
}

/** Which of them folds a stream. */
export function projectionOf(projections: readonly AnyProjection[], stream: string): AnyProjection | undefined {
  return projections.find(({ category }) => stream.startsWith(`${category}-`));
}
