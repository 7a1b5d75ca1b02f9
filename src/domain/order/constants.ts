/** How long an order waits for its payment. */
export const ORDER_VALID_MILLIS = 30 * 60_000;
/** How much longer its holds stand: a payment at the last moment can still be confirmed (DESIGN §5). */
export const HOLD_GRACE_MILLIS = 60_000;
/** How long holds that are taken again for a late payment stand: until they are confirmed. */
export const RETAKEN_MILLIS = 5 * 60_000;
/** When a step that somebody had begun is taken up by whoever comes by. */
export const RESUME_MILLIS = 5_000;
