/** Bounds of the door (DESIGN §6). */
export const MAX_BODY_BYTES = 256 * 1024;
/** How much of a body beyond the limit is still taken in, so that its sender gets to read the answer. */
export const MAX_DISCARDED_BYTES = 4 * MAX_BODY_BYTES;
export const MAX_DEPTH = 8;
/** Faults listed in one problem; the rest is counted. */
export const MAX_FAULTS_LISTED = 500;
export const MAX_HEADER_BYTES = 16 * 1024;
export const MAX_IN_FLIGHT = 2_000;
export const HEADERS_TIMEOUT_MILLIS = 10_000;
export const REQUEST_TIMEOUT_MILLIS = 30_000;
/** Longer than the keep-alive of the proxies in front, which must be the ones to close. */
export const KEEP_ALIVE_MILLIS = 65_000;
export const DRAIN_MILLIS = 10_000;
export const MAX_WAIT_SECONDS = 30;
export const MAX_PAGE = 200;
export const DEFAULT_PAGE = 50;
export const MAX_EVENTS_PAGE = 1_000;
