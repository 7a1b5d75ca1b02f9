import createClient, { type Client } from 'openapi-fetch';
import { ServerRefused } from '../shops/serverShop.js';
import type { components, paths } from './orchardApi.js';

const PATIENCE_MILLIS = 60_000;

/** The API of a server, typed by its own description. */
export type OrchardClient = Client<paths>;
type Problem = components['schemas']['problem'];

/** A client of the server at a URL; a request that nobody answers throws ServerRefused. */
export function orchardClient(url: string, token: string | undefined): OrchardClient {
  const { origin } = new URL(url);
  return createClient<paths>({
    baseUrl: url.replace(/\/$/, ''),
    headers: { accept: 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    fetch: (request) =>
      fetch(request, { signal: AbortSignal.any([request.signal, AbortSignal.timeout(PATIENCE_MILLIS)]) }).catch(
        (error: unknown) => {
          if (request.signal.aborted) throw error;
          throw new ServerRefused(`${origin} does not answer (${reasonOf(error)}): is a server running there?`);
        },
      ),
  });
}

/** What a server answered when all is well. @throws ServerRefused with everything the problem says */
export async function answerOf<Data>(
  asked: Promise<{ readonly data?: Data; readonly error?: unknown; readonly response: Response }>,
): Promise<Data> {
  const { data, error, response } = await asked;
  if (response.ok) return data as Data;
  throw new ServerRefused(problemWords(error as Partial<Problem> | undefined, response));
}

function problemWords(problem: Partial<Problem> | undefined, { status, url }: Response): string {
  if (status === 401) return `${new URL(url).origin} wants to know who asks: give --token or set ORCHARD_TOKEN.`;
  const { code = '', detail = 'no reason given', errors = [] } = problem ?? {};
  const faults = errors.map(({ pointer, detail: what }) => `\n  ${pointer}: ${what}`);
  return `${status} ${code}: ${detail}${faults.join('')}`;
}

function reasonOf(error: unknown): string {
  const { cause, message } = error as Error & { readonly cause?: { readonly code?: string } };
  return cause?.code ?? message;
}
