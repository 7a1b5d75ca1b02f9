import type { ServerResponse } from 'node:http';
import type { ApiResponse } from '../apiResponse.js';

/** Puts an answer on the wire; of one that streams, its head. */
export function writeResponse(response: ServerResponse, answer: ApiResponse, requestId: string): void {
  response.writeHead(answer.status, {
    'content-type': answer.contentType,
    ...(answer.stream ? {} : { 'content-length': Buffer.byteLength(answer.text) }),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-request-id': requestId,
    ...answer.headers,
  });
  if (answer.stream) response.flushHeaders();
  else response.end(answer.text);
}
