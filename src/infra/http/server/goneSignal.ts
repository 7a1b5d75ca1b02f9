import type { ServerResponse } from 'node:http';

/** Aborts when the caller has gone, or the server is closing. */
export function goneSignal(response: ServerResponse, closing: AbortSignal): AbortSignal {
  const gone = new AbortController();
  const abort = () => gone.abort();
  closing.addEventListener('abort', abort);
  response.on('close', () => {
    closing.removeEventListener('abort', abort);
    abort();
  });
  if (closing.aborted || response.destroyed) abort();
  return gone.signal;
}
