import type { IncomingMessage } from 'node:http';
import { MAX_BODY_BYTES, MAX_DISCARDED_BYTES } from '../limits.js';
import { Problem } from '../problems/problem.js';

/** The caller went away before the body was whole: nobody is left to answer. */
export class CallerGone extends Error {
  override readonly name = 'CallerGone';
}

/** The bytes of a body, within bounds. @throws Problem BODY_TOO_LARGE, MEDIA_TYPE_UNSUPPORTED; CallerGone */
export function readBody(request: IncomingMessage): Promise<Buffer> {
  if (!hasBody(request)) return Promise.resolve(Buffer.alloc(0));
  refuseOtherMedia(request);
  if (Number(request.headers['content-length'] ?? 0) > MAX_DISCARDED_BYTES) return Promise.reject(tooLarge());
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= MAX_BODY_BYTES) chunks.push(chunk);
      else if (bytes > MAX_DISCARDED_BYTES) {
        request.pause();
        reject(tooLarge());
      }
    });
    request.on('end', () => {
      if (bytes > MAX_BODY_BYTES) reject(tooLarge());
      else resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks));
    });
    request.on('close', () => {
      if (!request.complete) reject(new CallerGone());
    });
    request.on('error', () => reject(new CallerGone()));
  });
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/**
 * A JSON content type also keeps web pages of other origins out: they cannot send it without asking first.
 * @throws Problem MEDIA_TYPE_UNSUPPORTED
 */
export function refuseOtherMedia({ headers }: Pick<IncomingMessage, 'headers'>): void {
  const [media = '', ...parameters] = (headers['content-type'] ?? '')
    .split(';')
    .map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  if (media !== 'application/json' || (charset !== undefined && !/^charset="?utf-?8"?$/.test(charset))) {
    throw new Problem('MEDIA_TYPE_UNSUPPORTED', 'Send the body as Content-Type: application/json, in UTF-8.');
  }
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') {
    throw new Problem('MEDIA_TYPE_UNSUPPORTED', 'Send the body as it is, without Content-Encoding.');
  }
}

export function tooLarge(): Problem {
  return new Problem('BODY_TOO_LARGE', `A body holds at most ${MAX_BODY_BYTES} bytes.`, {
    headers: { connection: 'close' },
  });
}
