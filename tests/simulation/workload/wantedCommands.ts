import { type Command, handle } from '../../../src/commands/command.js';
import type { CommandContext, Role } from '../../../src/commands/context.js';
import type { Outcome } from '../../../src/commands/execute.js';
import { cancelOrder } from '../../../src/commands/order/cancelOrder.js';
import { changeOrder } from '../../../src/commands/order/changeOrder.js';
import type { OrderAnswer } from '../../../src/commands/order/orderAnswer.js';
import type { OrderDeps } from '../../../src/commands/order/orderDeps.js';
import { payOrder } from '../../../src/commands/order/payOrder.js';
import { placeOrder } from '../../../src/commands/order/placeOrder.js';
import { returnOrderLines, weighOrderLines } from '../../../src/commands/order/returnOrderLines.js';
import { giveQuote, type QuoteAnswer } from '../../../src/commands/quote/giveQuote.js';
import { canonicalJson } from '../../../src/domain/kernel/canonicalJson.js';
import type { DomainEvent } from '../../../src/domain/kernel/decider.js';
import { streamName } from '../../../src/domain/kernel/stream.js';
import type { QuoteRequest } from '../../../src/domain/quote/request.js';
import type { Given, Wanted } from '../wanted.js';

const SHOP = 'demo';

/** A command of one aggregate, carried by `handle`. */
export function wantedOf<Message, State, Event extends DomainEvent, Facts>(
  command: Command<Message, State, Event, Facts>,
  key: string,
  message: Message,
  role: Role = 'operator',
): Wanted<Outcome<State, Event>> {
  return {
    name: command.name,
    key,
    stream: streamName(command.aggregate.category, SHOP, command.target(message)),
    message,
    role,
    run: (deps, context) => handle(deps, command, context, message),
    given: givenBy,
  };
}

export function quoteWanted(key: string, quote: string, request: QuoteRequest): Wanted<QuoteAnswer> {
  return {
    name: 'price-quote',
    key,
    stream: streamName('quote', SHOP, quote),
    message: request,
    run: (deps, context) => giveQuote(deps, context, { quote, ...request }),
    given: ({ id, given, outcome }) => givenBy(outcome, { id, given }),
  };
}

const VERBS = {
  place: placeOrder,
  pay: payOrder,
  cancel: cancelOrder,
  change: changeOrder,
  return: returnOrderLines,
  weigh: weighOrderLines,
} as const;

export type Verb = keyof typeof VERBS;
type MessageOf<V extends Verb> = Parameters<(typeof VERBS)[V]>[2];

/** Something about an order. */
export function orderWanted<V extends Verb>(
  verb: V,
  key: string,
  order: string,
  message: MessageOf<V>,
): Wanted<OrderAnswer> {
  const run = VERBS[verb] as (deps: OrderDeps, context: CommandContext, message: MessageOf<V>) => Promise<OrderAnswer>;
  return {
    name: `${verb}-order`,
    key,
    stream: streamName('order', SHOP, order),
    message,
    run: (deps, context) => run(deps, context, message),
    given: givenByOrder,
  };
}

function givenByOrder(answer: OrderAnswer): Given {
  const { outcome, refusal } = answer;
  if (!outcome) return { bytes: null, recorded: null, replayed: false };
  if (!refusal) return givenBy(outcome, { refusal });
  const { instead } = answer;
  // Where nothing could be priced instead (an empty view), the next one asked may: all else is the same.
  if (!instead) return { ...givenBy(outcome), bytes: null };
  return givenBy(outcome, { refusal, instead: { id: instead.id, given: instead.given } });
}

/** The answer is a function of what was recorded; what recorded nothing is not remembered. */
function givenBy<State, Event extends DomainEvent>(outcome: Outcome<State, Event>, more: object = {}): Given {
  const { state, events, revision, position, replayed } = outcome;
  if (events.length === 0) return { bytes: null, recorded: null, replayed };
  return { bytes: canonicalJson({ state, events, revision, position, ...more }), recorded: { events }, replayed };
}
