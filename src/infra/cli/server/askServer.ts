import { ServerRefused } from '../shops/serverShop.js';

const PATIENCE_MILLIS = 30_000;

/** A request to a server. */
export interface ServerRequest {
  readonly method: 'GET' | 'PUT' | 'POST';
  readonly path: string;
  readonly body?: unknown;
  /** Sending it again is sending it once. */
  readonly key?: string;
  /** The ETag that was seen. */
  readonly ifMatch?: string;
}

/** What a server answers, whether it is yes or a problem. @throws ServerRefused when nobody answers. */
export async function askServer(
  url: string,
  token: string | undefined,
  { method, path, body, key, ifMatch }: ServerRequest,
): Promise<{ readonly ok: boolean; readonly answer: Readonly<Record<string, unknown>> }> {
  const asked = new URL(path, url.endsWith('/') ? url : `${url}/`);
  const response = await fetch(asked, {
    method,
    headers: {
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(key !== undefined && { 'idempotency-key': key }),
      ...(ifMatch !== undefined && { 'if-match': ifMatch }),
      ...(token && { authorization: `Bearer ${token}` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(PATIENCE_MILLIS),
  }).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ServerRefused(`${asked.origin} does not answer (${reason}): is a server running there?`);
  });
  const answer = (await response.json().catch(() => ({}))) as Readonly<Record<string, unknown>>;
  return { ok: response.ok, answer };
}
