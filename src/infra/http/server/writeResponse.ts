import type { ServerResponse } from 'node:http';
import type { ApiResponse } from '../apiResponse.js';

/** Puts an answer on the wire. */
export function writeResponse(response: ServerResponse, answer: ApiResponse, requestId: string): void {
  response.writeHead(answer.status, {
    'content-type': answer.contentType,
    'content-length': Buffer.byteLength(answer.text),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-request-id': requestId,
    ...answer.headers,
  });
  response.end(answer.text);
}
