import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { problemSchema } from '../../../../src/infra/http/problems/problemSchema.js';
import { Dice } from './dice.js';
import { type FuzzRequest, fuzzRequest } from './fuzzRequest.js';
import { badHttp } from './rawHttp.js';

const AT_ONCE = 32;
const RAW_ONE_IN = 200;
/** Words of our inside that no answer may hold. */
const INSIDE = /\bat (?:\/|file:|Object\.|node:)|SQLITE|node_modules|ZodError/i;

/** Told on purpose: what was asked for is not there yet, or too much is asked at once. */
const INTENDED = /"code":"(?:VIEW_BEHIND|OVERLOADED|STREAM_BUSY|ORDER_BUSY)"/;

export interface FuzzReport {
  readonly requests: number;
  /** How often each status came. */
  readonly statuses: ReadonlyMap<number, number>;
  /** Requests that were our fault, each with what came. */
  readonly faults: readonly string[];
}

/** Sends so many requests made of a server's own description, and holds every answer against what answers must be. */
export async function fuzz(
  url: string,
  requests: number,
  seed: number,
  onProgress = (_: number) => {},
): Promise<FuzzReport> {
  const document = await (await fetch(`${url}/openapi.json`)).json();
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const port = Number(new URL(url).port);
  const statuses = new Map<number, number>();
  const faults: string[] = [];
  const dice = new Dice(seed);
  let sent = 0;

  const worker = async () => {
    while (sent < requests) {
      sent += 1;
      if (sent % 1_000 === 0) onProgress(sent);
      if (dice.oneIn(RAW_ONE_IN)) {
        const answer = await badHttp(port, dice);
        if (/^HTTP\/1\.1 5/.test(answer) || INSIDE.test(answer)) faults.push(`bad HTTP → ${answer.slice(0, 300)}`);
        continue;
      }
      const asked = fuzzRequest(document, dice);
      const { status, type, text } = await send(agent, url, asked);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      const wrong = whatIsWrong(asked, status, type, text);
      if (wrong)
        faults.push(
          `${asked.method} ${asked.path} ${asked.body?.toString().slice(0, 500) ?? ''} → ${status}: ${wrong}`,
        );
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  agent.destroy();
  return { requests, statuses, faults };
}

function whatIsWrong({ method, path }: FuzzRequest, status: number, type: string, text: string): string | undefined {
  if (status === 0) return undefined;
  if (status === 503 && INTENDED.test(text)) return undefined;
  if (status >= 500) return `our fault: ${text.slice(0, 300)}`;
  if (!path.startsWith('/docs') && INSIDE.test(text) && status >= 400)
    return `tells of the inside: ${text.slice(0, 300)}`;
  if (status < 400 || method === 'HEAD') return undefined;
  if (!type.startsWith('application/problem+json')) return `is no problem but ${type}`;
  const parsed = problemSchema.safeParse(JSON.parse(text));
  return parsed.success ? undefined : `is another problem than described: ${parsed.error.message}`;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** Status 0: the server hung up, as it may on a body far too large. */
function send(agent: Agent, url: string, { method, path, headers, body }: FuzzRequest): Promise<Answer> {
  return new Promise((resolve) => {
    const hungUp = () => resolve({ status: 0, type: '', text: '' });
    const request = httpRequest(url, { agent, method, path, headers }, (response: IncomingMessage) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', hungUp);
      response.on('end', () =>
        resolve({
          status: response.statusCode!,
          type: response.headers['content-type'] ?? '',
          text: Buffer.concat(chunks).toString(),
        }),
      );
    });
    request.on('error', hungUp);
    request.end(body);
  });
}
