import type { IncomingHttpHeaders } from 'node:http';
import { Problem } from '../problems/problem.js';

const REQUEST_ID = /^[A-Za-z0-9._:@/+=-]{1,128}$/;
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,80}$/;
const POSITION = /^(?:0|[1-9]\d{0,14})$/;
const ETAG = /^(?:W\/)?"(\d{1,15})"$/;

const TRACEPARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/**
 * X-Request-Id when it can be kept, or the trace id of a traceparent; else undefined, and one is made: no request
 * fails for its label.
 */
export function requestIdOf(headers: IncomingHttpHeaders): string | undefined {
  const given = headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : traceOf(headers)?.[1];
}

/** The trace a request belongs to (W3C Trace Context), handed back as it came; undefined when it names none. */
export function traceparentOf(headers: IncomingHttpHeaders): string | undefined {
  return traceOf(headers)?.[0];
}

function traceOf({ traceparent }: IncomingHttpHeaders): RegExpExecArray | null {
  return typeof traceparent === 'string' ? TRACEPARENT.exec(traceparent) : null;
}

/** @throws Problem HEADER_INVALID */
export function idempotencyKeyOf(headers: IncomingHttpHeaders): string | undefined {
  const key = headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key === 'string' && IDEMPOTENCY_KEY.test(key)) return key;
  throw invalid('Idempotency-Key', 'must be 1 to 80 visible ASCII characters');
}

/**
 * The revision a caller saw. A weak tag counts as well: proxies that compress weaken every tag on its way out.
 * @throws Problem HEADER_INVALID
 */
export function ifMatchOf(headers: IncomingHttpHeaders): number | 'any' | undefined {
  const given = headers['if-match']?.trim();
  if (given === undefined) return undefined;
  if (given === '*') return 'any';
  const revision = ETAG.exec(given)?.[1];
  if (revision !== undefined) return Number(revision);
  throw invalid('If-Match', 'must be one ETag as it was answered, such as "3", or *');
}

/** @throws Problem HEADER_INVALID */
export function lastEventIdOf(headers: IncomingHttpHeaders): string | undefined {
  const id = headers['last-event-id'];
  if (id === undefined || (typeof id === 'string' && POSITION.test(id))) return id;
  throw invalid('Last-Event-ID', 'must be a position as it was sent, such as 42');
}

function invalid(header: string, detail: string): Problem {
  return new Problem('HEADER_INVALID', `${header} ${detail}.`, {
    errors: [{ pointer: `/${header}`, code: 'WRONG_FORMAT', detail }],
  });
}
