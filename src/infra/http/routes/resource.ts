import type { z } from 'zod';
import type { PricingView } from '../../../commands/pricingView.js';
import type { Instant } from '../../../domain/kernel/instant.js';
import type { Projection } from '../../../projections/projection.js';
import type { ProblemCode } from '../problems/problemTable.js';

/** Something callers read and change: what it is called, where it is kept, and how it looks from outside. */
export interface Resource<State> {
  /** One of them, in words and in schemas. */
  readonly name: string;
  /** `/v1/products` */
  readonly path: string;
  /** The name of its id in paths and answers. */
  readonly idName: string;
  readonly projection: Projection<State>;
  readonly unknown: ProblemCode;
  /** The fields `show` gives. */
  readonly fields: z.ZodRawShape;
  /** What it is at an instant. */
  readonly show: (id: string, state: State, at: Instant) => Readonly<Record<string, unknown>>;
  /**
   * Fields that depend on more than its own events: shown when it is read, never in the answer to a command, which must
   * be the same when it is given again.
   */
  readonly remarks?: (
    view: PricingView,
    shop: string,
    state: State,
    at: Instant,
  ) => Promise<Readonly<Record<string, unknown>>>;
  /** Of what has two times, only what is true by an instant; undefined: it is not there yet. */
  readonly until?: (state: State, at: Instant) => State | undefined;
}
