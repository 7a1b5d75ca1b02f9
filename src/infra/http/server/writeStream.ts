import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

/** Writes texts as they come, no faster than they are read, until they end or the signal aborts. */
export async function writeStream(
  response: ServerResponse,
  texts: AsyncIterable<string>,
  gone: AbortSignal,
): Promise<void> {
  try {
    for await (const text of texts) {
      if (gone.aborted) break;
      if (!response.write(text)) await once(response, 'drain', { signal: gone });
    }
  } catch (error) {
    if (!gone.aborted) throw error;
  } finally {
    response.end();
  }
}
