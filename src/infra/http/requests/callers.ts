import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { ApiDeps } from '../apiDeps.js';
import type { Caller } from '../apiRequest.js';
import { Problem } from '../problems/problem.js';

const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];

/** Who needs no token on the machine itself. */
export const DEMO_CALLER: Caller = { principal: 'demo', role: 'admin', shop: 'demo' };

const BEARER = /^Bearer +([\x21-\x7e]{1,512})$/i;
const AT_HOME = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;

export type IdentifyCaller = (request: IncomingMessage) => Caller;

/** Tells who asks. It throws Problem TOKEN_MISSING or TOKEN_UNKNOWN: a wrong token is never taken for none. */
export function callers({ host, tokens }: Pick<ApiDeps, 'host' | 'tokens'>): IdentifyCaller {
  const bearer = bearers(tokens);
  const demo = isLoopback(host);
  return (request) => {
    const { authorization } = request.headers;
    if (authorization === undefined && demo && isFromThisMachine(request)) return DEMO_CALLER;
    return bearer(authorization);
  };
}

/** Tells who has a token, from `Bearer …`. It throws Problem TOKEN_MISSING or TOKEN_UNKNOWN. */
export function bearers(tokens: ApiDeps['tokens']): (authorization: string | undefined) => Caller {
  const known = tokens.map(({ token, principal, role, shop }) => ({
    hash: hashOf(token),
    caller: { principal, role, shop },
  }));
  return (authorization) => {
    if (authorization === undefined) {
      throw unauthorized('TOKEN_MISSING', 'Send Authorization: Bearer with your token.');
    }
    const caller = callerWith(BEARER.exec(authorization)?.[1] ?? '', known);
    if (caller) return caller;
    throw unauthorized('TOKEN_UNKNOWN', 'Nobody is known by this token.', ', error="invalid_token"');
  };
}

/** Whether an address is one that only this machine reaches. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.includes(host);
}

// All tokens are compared, by hash: the time it takes tells nothing of how near a guess was.
function callerWith(token: string, known: readonly { hash: Buffer; caller: Caller }[]): Caller | undefined {
  const given = hashOf(token);
  let found: Caller | undefined;
  for (const { hash, caller } of known) if (timingSafeEqual(hash, given)) found = caller;
  return found;
}

/** Neither through a proxy nor by a web page whose name was made to point here: those would be anybody. */
function isFromThisMachine({ headers }: IncomingMessage): boolean {
  const forwarded = headers['forwarded'] ?? headers['x-forwarded-for'] ?? headers['x-real-ip'];
  return forwarded === undefined && AT_HOME.test(headers.host ?? 'localhost');
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function unauthorized(code: 'TOKEN_MISSING' | 'TOKEN_UNKNOWN', detail: string, why = ''): Problem {
  return new Problem(code, detail, { headers: { 'www-authenticate': `Bearer realm="orchard"${why}` } });
}
