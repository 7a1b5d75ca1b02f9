/** A command that a bus carries as well: the route that answers it, and what its message calls the ids in the path. */
export interface CarriedCommand {
  /** `METHOD /path/{template}` of the route. */
  readonly route: string;
  /** Name in the path → field of the message. */
  readonly inPath: Readonly<Record<string, string>>;
}

const ORDER = { id: 'order' };
const HOLD = { id: 'allowance', hold: 'hold' };
const CUSTOMER = { id: 'customer' };

/** Everything an order service can tell Orchard to do, by the names it has in messages, which stay for ever. */
export const CARRIED_COMMANDS: Readonly<Record<string, CarriedCommand>> = {
  'price-quote': { route: 'POST /v1/quotes', inPath: {} },
  'place-order': { route: 'POST /v1/orders', inPath: {} },
  'pay-order': { route: 'POST /v1/orders/{id}/pay', inPath: ORDER },
  'cancel-order': { route: 'POST /v1/orders/{id}/cancel', inPath: ORDER },
  'change-order': { route: 'POST /v1/orders/{id}/change', inPath: ORDER },
  'return-order-lines': { route: 'POST /v1/orders/{id}/returns', inPath: ORDER },
  'weigh-order-lines': { route: 'POST /v1/orders/{id}/weights', inPath: ORDER },
  'hold-allowance': { route: 'POST /v1/allowances/{id}/holds', inPath: { id: 'allowance' } },
  'resize-hold': { route: 'POST /v1/allowances/{id}/holds/{hold}/resize', inPath: HOLD },
  'confirm-hold': { route: 'POST /v1/allowances/{id}/holds/{hold}/confirm', inPath: HOLD },
  'release-hold': { route: 'POST /v1/allowances/{id}/holds/{hold}/release', inPath: HOLD },
  'cancel-hold': { route: 'POST /v1/allowances/{id}/holds/{hold}/cancel', inPath: HOLD },
  'register-customer': { route: 'PUT /v1/customers/{id}', inPath: CUSTOMER },
  'set-customer-tier': { route: 'POST /v1/customers/{id}/tier', inPath: CUSTOMER },
};
