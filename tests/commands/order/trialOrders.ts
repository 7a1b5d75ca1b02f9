import type { CommandContext } from '../../../src/commands/context.js';
import { registerCustomer } from '../../../src/commands/customer/registerCustomer.js';
import type { EventStore } from '../../../src/commands/eventStore.js';
import { execute } from '../../../src/commands/execute.js';
import { GroupCommit } from '../../../src/commands/groupCommit.js';
import { loadStream } from '../../../src/commands/loadStream.js';
import { cancelOrder } from '../../../src/commands/order/cancelOrder.js';
import { changeOrder } from '../../../src/commands/order/changeOrder.js';
import type { OrderAnswer } from '../../../src/commands/order/orderAnswer.js';
import type { OrderDeps } from '../../../src/commands/order/orderDeps.js';
import { payOrder } from '../../../src/commands/order/payOrder.js';
import { placeOrder } from '../../../src/commands/order/placeOrder.js';
import { returnOrderLines, weighOrderLines } from '../../../src/commands/order/returnOrderLines.js';
import { carryOn } from '../../../src/commands/processes/carryOn.js';
import type { Allowance } from '../../../src/domain/allowance/state.js';
import { remainingAt } from '../../../src/domain/allowance/state.js';
import { allowanceAggregate } from '../../../src/domain/allowance/stream.js';
import { plusMillis } from '../../../src/domain/kernel/instant.js';
import { pay } from '../../../src/domain/order/paying.js';
import type { Order } from '../../../src/domain/order/state.js';
import { orderAggregate } from '../../../src/domain/order/stream.js';
import type { QuoteRequest } from '../../../src/domain/quote/request.js';
import { TrialShop } from '../quote/trialShop.js';
import { aContext } from '../trialContext.js';

/** A shop in memory that takes orders. */
export class TrialOrders extends TrialShop {
  /** Where commands write: the log, or one that fails on purpose. */
  orderStore: EventStore = this.store;

  get deps(): OrderDeps {
    const { orderStore: store, machine, view } = this;
    return { store, machine, view, commits: new GroupCommit({ store, machine }) };
  }

  later(millis: number): void {
    this.machine.clock = plusMillis(this.machine.clock, millis);
  }

  async customers(...ids: string[]): Promise<void> {
    for (const customer of ids) await this.told(registerCustomer, { customer, tier: null });
  }

  /** Gives a quote for kiwis and waits for the view. */
  async quoted(customer: string | undefined, quantity = 2, more: Partial<QuoteRequest> = {}): Promise<string> {
    const lines = [{ id: '1', sku: 'kiwi', quantity }];
    const { id } = await this.quote({ lines, ...(customer && { customer }), ...more });
    return id;
  }

  async place(order: string, quote: string, customer?: string, context = aContext()): Promise<OrderAnswer> {
    const answer = await placeOrder(this.deps, context, { order, quote, ...(customer && { customer }) });
    await this.caughtUp();
    return answer;
  }

  /** Quotes and places in one. */
  async ordered(order: string, customer?: string, quantity = 2): Promise<OrderAnswer> {
    return this.place(order, await this.quoted(customer, quantity), customer);
  }

  pay(order: string, context: CommandContext = aContext(), more: { payment?: string; amount?: number } = {}) {
    return payOrder(this.deps, context, { order, ...more });
  }

  /** The payment as the order decides it, and nothing that follows it. */
  async paidInLogOnly(order: string): Promise<void> {
    const decide = (state: Order, at: string) => pay(state, { payment: 'p1', hold: 'late' }, at);
    await execute(this.deps, orderAggregate, order, aContext(), decide);
  }

  cancel(order: string, context = aContext()) {
    return cancelOrder(this.deps, context, { order, reason: '不要了' });
  }

  change(order: string, quote: string, context = aContext()) {
    return changeOrder(this.deps, context, { order, quote });
  }

  returns(
    order: string,
    id: string,
    lines: { line: string; quantity?: number; grams?: number }[],
    context = aContext(),
  ) {
    return returnOrderLines(this.deps, context, { order, return: id, lines, gifts: [] });
  }

  weighs(order: string, lines: { line: string; grams: number }[]) {
    return weighOrderLines(this.deps, aContext(), { order, lines });
  }

  carryOn(order: string) {
    return carryOn(this.deps, 'demo', order);
  }

  async order(id: string): Promise<Order> {
    return (await loadStream(this.store, orderAggregate, `order-demo.${id}`)).state;
  }

  async types(stream: string): Promise<string[]> {
    return (await this.store.readStream(stream)).map(({ type }) => type);
  }

  async allowance(id: string): Promise<Allowance> {
    return (await loadStream(this.store, allowanceAggregate, `allowance-demo.${id}`)).state;
  }

  /** Free, held and confirmed of an allowance. */
  async counts(id: string) {
    const state = await this.allowance(id);
    return { free: remainingAt(state, this.machine.clock), held: state.held, confirmed: state.confirmed };
  }

  async caughtUp(): Promise<void> {
    await this.view.reached(await this.store.head());
  }
}
