/** What a problem code means: its HTTP status, its title, and what its reader can do. */
export interface ProblemEntry {
  readonly status: number;
  readonly title: string;
  readonly todo: string;
  /** Seconds after which asking again makes sense. */
  readonly retryAfter?: number;
  /** Where in the body the pointers of a rejection's faults begin. */
  readonly faultsBelow?: string;
}

const entry = (status: number, title: string, todo: string): ProblemEntry => ({ status, title, todo });
const later = (title: string, todo: string, retryAfter = 1): ProblemEntry => ({ status: 503, title, todo, retryAfter });

/** Every problem there is. Codes are public and stay; each has a page at /problems/CODE. */
export const PROBLEMS = {
  // The request itself
  HTTP_INVALID: entry(400, 'This is not HTTP', 'Send a well-formed HTTP/1.1 request.'),
  REQUEST_TIMEOUT: entry(408, 'The request took too long', 'Send the whole request within 30 seconds.'),
  HEADERS_TOO_LARGE: entry(431, 'The headers are too large', 'Keep all headers together within 16 KB.'),
  PATH_UNKNOWN: entry(404, 'There is nothing at this path', 'See /openapi.json for every path there is.'),
  METHOD_NOT_ALLOWED: entry(405, 'This path takes other methods', 'Use a method that the Allow header names.'),
  PATH_INVALID: entry(400, 'The path holds an id that cannot be one', 'Mend what errors name.'),
  QUERY_INVALID: entry(
    400,
    'The query string is not right',
    'Mend the parameters that errors name; unknown ones are refused.',
  ),
  HEADER_INVALID: entry(400, 'A header is not right', 'Mend the header that errors name.'),
  MEDIA_TYPE_UNSUPPORTED: entry(
    415,
    'Bodies are JSON',
    'Send Content-Type: application/json, in UTF-8, not compressed.',
  ),
  BODY_TOO_LARGE: entry(
    413,
    'The body is too large',
    'Keep bodies within 256 KB; split the work into several requests.',
  ),
  BODY_NOT_UTF8: entry(400, 'The body is not UTF-8', 'Encode the body in UTF-8.'),
  BODY_NOT_JSON: entry(400, 'The body is not JSON', 'Mend the JSON at the position the detail names.'),
  BODY_TOO_DEEP: entry(400, 'The body is nested too deeply', 'Nest objects and lists at most 8 deep.'),
  BODY_KEY_REFUSED: entry(
    400,
    'The body holds a key that is never taken',
    'Leave out __proto__, constructor and prototype.',
  ),
  BODY_KEY_TWICE: entry(400, 'The body says a key twice', 'Say each key of an object once.'),
  BODY_TEXT_REFUSED: entry(
    400,
    'The body holds a text that is never taken',
    'Leave out NUL characters and halves of surrogate pairs.',
  ),
  BODY_INVALID: entry(
    422,
    'The body is not what this route takes',
    'Mend everything errors names; /openapi.json has the schema.',
  ),

  // A command on the bus
  COMMAND_UNKNOWN: entry(404, 'There is no such command', 'Name one of /asyncapi.json as type or as routing key.'),
  MESSAGE_ID_MISSING: entry(
    400,
    'Commands on the bus have an id',
    'Set messageId (1 to 80 visible ASCII characters); a command sent again keeps it.',
  ),

  // Who asks
  TOKEN_MISSING: entry(401, 'Callers are known here', 'Send Authorization: Bearer with a token of ORCHARD_TOKENS.'),
  TOKEN_UNKNOWN: entry(
    401,
    'This token is nobody’s',
    'Send a token that ORCHARD_TOKENS names, or none on the machine itself.',
  ),
  ROLE_MISSING: entry(403, 'Your role may not do this', 'Ask someone with a role that facts name.'),

  // Asking once, and asking about what was seen
  IF_MATCH_MISSING: entry(428, 'Say which revision you saw', 'Read it, then send its ETag as If-Match.'),
  REVISION_CHANGED: entry(412, 'It changed since you read it', 'Read it again and decide on what it is now.'),
  COMMAND_ID_REUSED: entry(
    422,
    'This Idempotency-Key was used for another request',
    'Use a new key for a new request.',
  ),

  // What does not exist, or exists
  PRODUCT_UNKNOWN: entry(404, 'There is no such product', 'List it with PUT /v1/products/{sku}.'),
  CUSTOMER_UNKNOWN: entry(
    404,
    'There is no such customer',
    'Register it with PUT /v1/customers/{id}; in a quote (422), or leave customer out for a guest.',
  ),
  PROMOTION_UNKNOWN: entry(404, 'There is no such promotion', 'See GET /v1/promotions.'),
  QUOTE_UNKNOWN: entry(404, 'There is no such quote', 'Ask for a new one with POST /v1/quotes.'),
  BACKTEST_UNKNOWN: entry(
    404,
    'There is no such backtest',
    'It ran in another process, or long ago: start it again with POST /v1/backtests.',
  ),
  SCHEMA_UNKNOWN: entry(404, 'There is no such schema', 'See GET /schemas for all of them.'),
  PAGE_UNKNOWN: entry(404, 'There is no such page', 'See /docs.'),
  PROBLEM_UNKNOWN: entry(404, 'There is no such problem', 'See GET /problems for all of them.'),
  PROMOTION_EXISTS: entry(409, 'A promotion with this id exists', 'Revise it, or choose another id.'),
  QUOTE_EXISTS: entry(409, 'A quote with this id was given for another basket', 'Choose another id, or none.'),

  // What a past log does not know
  AS_OF_TOO_EARLY: entry(400, 'The log begins later', 'Ask as of an instant or position from facts on.'),
  AS_OF_TOO_LATE: entry(400, 'The log does not reach that far', 'Ask as of now at the latest, or leave as-of out.'),

  // What the state of a thing does not allow
  PROMOTION_OVER: entry(409, 'The promotion is over for good', 'Draft a new promotion.'),
  PROMOTION_RUNNING: entry(
    409,
    'The promotion is in force',
    'Pause it first, or change only what facts.mayChange names.',
  ),
  WRONG_STATUS: entry(409, 'Its status does not allow this', 'Do first what the detail says.'),
  SCHEDULE_OVER: entry(409, 'Its schedule has ended', 'Revise the schedule, then publish.'),
  KIND_FIXED: entry(409, 'The kind of a promotion stays', 'Draft a new promotion of the other kind.'),
  SALE_UNIT_FIXED: entry(409, 'How a product is sold stays', 'List goods sold by another unit under another SKU.'),

  // What an allowance does not allow
  ALLOWANCE_UNKNOWN: entry(404, 'This allowance was never opened', 'The first hold opens it.'),
  ALLOWANCE_EXISTS: entry(409, 'This allowance is open with other terms', 'Adjust it.'),
  ALLOWANCE_UNIT_FIXED: entry(409, 'What an allowance counts stays', 'Limit another unit under another promotion.'),
  ALLOWANCE_BELOW_TAKEN: entry(409, 'More than that is taken', 'Lower it to facts.least at most.'),
  ORDER_UNKNOWN: entry(404, 'There is no such order', 'Place it with POST /v1/orders.'),
  ORDER_EXISTS: entry(409, 'An order with this id was placed with another quote', 'Choose another id, or none.'),
  ORDER_REFUSED: entry(
    409,
    'The promise cannot be kept',
    'Nothing is held. facts.refusal says what is gone, facts.instead is a quote without it: ask your customer.',
  ),
  ORDER_CHANGE_REFUSED: entry(
    409,
    'The new promise cannot be kept',
    'The order stands as it was. facts.refusal says what is gone, facts.instead is a quote without it.',
  ),
  PAYMENT_REFUSED: entry(
    409,
    'The payment came too late',
    'The order had expired and not everything could be taken again: pay the payment back.',
  ),
  ORDER_OVER: entry(409, 'The order is over', 'Place a new order.'),
  ORDER_PAID: entry(409, 'The order is paid', 'Return lines, or cancel it.'),
  ORDER_RETURNED: entry(409, 'Some of the order has returned', 'Return the rest instead.'),
  NOT_PAID: entry(409, 'The order is not paid', 'Change or cancel it instead.'),
  NOT_COMPENSABLE: entry(
    409,
    'This order needs a person',
    'Decide by hand what is fair: facts.why says what happened to it.',
  ),
  ALREADY_PAID: entry(409, 'Another payment paid it', 'Pay this payment back.'),
  AMOUNT_DIFFERS: entry(422, 'This is not what the order costs', 'Pay facts.due.'),
  QUOTE_FOREIGN: entry(409, 'The quote was given to another customer', 'Ask for a quote for this customer.'),
  QUOTE_USED: entry(409, 'Another order took this quote', 'Ask for a new one: a quote is for one order.'),
  QUOTE_EXPIRED: entry(409, 'The quote is no longer promised', 'Ask for a new one.'),
  QUOTE_VOID: entry(409, 'The quote holds an offer that was stopped', 'Ask for a new one.'),
  TOO_MANY_LIMITS: entry(422, 'Too many limited offers for one order', 'Place it as several orders.'),
  LINE_UNKNOWN: entry(422, 'The order has no such line', 'Name lines of this order.'),
  GIFT_UNKNOWN: entry(422, 'The order has no such gift', 'Name a promotion that added a gift to this order.'),
  PRICE_OUT_OF_RANGE: entry(422, 'A line cannot cost that', 'Set a price from its floor to its list price.'),
  RETURN_EXISTS: entry(409, 'A return with this id was for other goods', 'Choose another id for another return.'),
  RETURN_TOO_MUCH: entry(422, 'More returns than was bought', 'Return at most what facts leave.'),
  ALREADY_RETURNED: entry(409, 'All of it has returned already', 'There is nothing left to return.'),
  NOTHING_RETURNED: entry(422, 'A return of nothing', 'Name at least one line or gift.'),
  WEIGHT_INVALID: entry(422, 'That is no weight of this line', 'Weigh it again; facts say what is possible.'),
  WEIGHT_FIXED: entry(409, 'This order is not priced again by weight', 'The policy `returns` at its purchase says so.'),
  SOLD_BY_PIECE: entry(422, 'The line was sold by the piece', 'Give quantity.'),
  SOLD_BY_WEIGHT: entry(422, 'The line was sold by weight', 'Give grams.'),
  LIMIT_REACHED: entry(409, 'It has been used as often as it may be', 'Ask for a quote without it.'),
  OUT_OF_STOCK: entry(409, 'There is not that much left', 'Ask for what facts.remaining says, or a quote without it.'),
  BUDGET_EXCEEDED: entry(409, 'The budget does not cover it any more', 'Ask for a quote without it.'),
  CUSTOMER_LIMIT_REACHED: entry(409, 'This customer has taken their share', 'Ask for a quote without it.'),
  CUSTOMER_NEEDED: entry(422, 'Each customer may use this so often', 'Say which customer it is.'),
  NO_RESERVATION: entry(409, 'Nothing is held under this id', 'Hold it first.'),
  ALREADY_CONFIRMED: entry(409, 'It is confirmed', 'Cancel it instead.'),
  NOT_CONFIRMED: entry(409, 'It is held, not confirmed', 'Release it instead.'),
  HOLD_OF_ANOTHER: entry(409, 'This hold is another order’s', 'Name the order that holds it.'),
  HOLD_OF_ORDER: entry(409, 'An order placed here holds it', 'Change or cancel the order: its holds follow.'),
  HOLD_DIFFERS: entry(409, 'This id holds something else', 'Choose another id for another hold.'),
  HOLD_OVER: entry(422, 'The hold would have ended already', 'Hold until an instant to come.'),
  HOLD_TOO_LONG: entry(422, 'The hold would last too long', 'Hold until facts.latest at most.'),
  AMOUNT_INVALID: entry(422, 'This is no amount to hold', 'Hold a whole amount of at least 1.'),

  // What cannot work
  TERMS_INVALID: { ...entry(422, 'The terms cannot work', 'Mend everything errors names.'), faultsBelow: '/terms' },
  BASKET_INVALID: entry(422, 'The basket cannot be priced', 'Mend every line errors names.'),
  PREVIEW_INVALID: entry(422, 'This cannot be previewed', 'Mend everything errors names.'),
  BACKTEST_INVALID: entry(422, 'This cannot be run over past orders', 'Mend everything errors names.'),
  NOTHING_SHORT: entry(422, 'More goods do not help this promotion', 'Name another, or none: the nearest is taken.'),
  EVENT_TOO_LARGE: entry(422, 'This is too much for one fact', 'Make it smaller: one fact holds 256 KB.'),

  REFUSED: entry(422, 'This was refused', 'See the detail.'),

  // Not now
  VIEW_BEHIND: later('The view is not there yet', 'Ask again in a second, or without min-position.'),
  BACKTESTS_BUSY: later('Backtests are under way', 'Wait for one of facts.running, or cancel it.', 5),
  ORDER_BUSY: later('A step of this order is under way', 'Ask again in a second.'),
  STREAM_BUSY: later('Others were faster every time', 'Ask again in a second, with the same Idempotency-Key.'),
  STORE_UNAVAILABLE: later(
    'The log cannot be reached',
    'Ask again with the same Idempotency-Key: it is done once, whatever happened.',
  ),
  ALLOWANCE_SETTLING: later('Very many holds have just ended', 'Ask again in a second.'),
  OVERLOADED: later('Too much is going on', 'Ask again in a second.'),
  NEWER_DATA: later('A newer version of Orchard changed this', 'Ask a node that runs the newer version.', 60),
  INTERNAL_FAULT: entry(500, 'Something is broken here', 'Tell your operators the requestId: the log says more.'),
} as const satisfies Readonly<Record<string, ProblemEntry>>;

export type ProblemCode = keyof typeof PROBLEMS;

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEMS, code);
}

export function problemEntry(code: ProblemCode): ProblemEntry {
  return PROBLEMS[code];
}
