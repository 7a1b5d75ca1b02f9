import type { ServerResponse } from 'node:http';
import type { ApiResponse } from '../apiResponse.js';

/** Puts an answer on the wire; of one that streams, its head. */
export function writeResponse(response: ServerResponse, answer: ApiResponse, requestId: string): void {
  const { status, contentType, headers, text, stream } = answer;
  const head: Record<string, string | number> = { 'content-type': contentType };
  if (!stream) head['content-length'] = Buffer.byteLength(text);
  head['cache-control'] = 'no-store';
  head['x-content-type-options'] = 'nosniff';
  head['x-request-id'] = requestId;
  response.writeHead(status, Object.assign(head, headers));
  if (stream) response.flushHeaders();
  else response.end(text);
}
