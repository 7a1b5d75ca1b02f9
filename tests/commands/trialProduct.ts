import type { CommandContext } from '../../src/commands/context.js';
import type { EventStore } from '../../src/commands/eventStore.js';
import { type Decide, execute, type Outcome } from '../../src/commands/execute.js';
import type { Machine } from '../../src/commands/ports.js';
import { describe, reprice } from '../../src/domain/product/decisions.js';
import type { ProductEvent } from '../../src/domain/product/events.js';
import type { Product } from '../../src/domain/product/state.js';
import { productAggregate } from '../../src/domain/product/stream.js';
import { fuji } from '../domain/product/sampleProduct.js';
import { aContext } from './trialContext.js';

/** The product the loop is tried with. */
export const STREAM = 'product-demo.fuji';

export const listing: Decide<Product, ProductEvent> = (state, at) => describe(state, fuji, { at });
export const repricing =
  (unitPrice: number): Decide<Product, ProductEvent> =>
  (state, at) =>
    reprice(state, { unitPrice }, { at });

/** Runs a decision about `fuji` through the one loop. */
export function decideOnFuji(
  store: EventStore,
  machine: Machine,
  decide: Decide<Product, ProductEvent>,
  context: CommandContext = aContext(),
): Promise<Outcome<Product, ProductEvent>> {
  return execute({ store, machine }, productAggregate, 'fuji', context, decide);
}
