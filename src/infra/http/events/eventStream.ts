import type { EventStore, Position, StoredEvent } from '../../../commands/eventStore.js';
import type { CloudEvent } from '../../../commands/published/cloudEvent.js';

/** A line goes out at least so often: proxies and callers tell a quiet stream from a dead one. */
const HEARTBEAT_MILLIS = 15_000;

/**
 * Server-sent events, for ever: `id` is the position, so a browser that reconnects goes on where it was. A heartbeat
 * carries the position as well, for what was passed over need not be looked at again.
 */
export async function* eventStream(
  store: EventStore,
  wanted: (event: StoredEvent) => CloudEvent | null,
  after: Position,
  gone: AbortSignal,
): AsyncGenerator<string> {
  yield 'retry: 2000\n\n';
  let reached = after;
  let said = after;
  const batches = store.follow(after, gone)[Symbol.asyncIterator]();
  try {
    for (let next = batches.next(); ; ) {
      const batch = await Promise.race([next, heartbeat(gone)]);
      if (batch === 'heartbeat') {
        yield reached === said ? ':\n\n' : `id: ${reached}\n\n`;
        said = reached;
        continue;
      }
      if (batch.done) return;
      for (const event of batch.value) {
        const shown = wanted(event);
        reached = event.position;
        if (!shown) continue;
        yield `id: ${shown.position}\nevent: ${shown.type}\ndata: ${JSON.stringify(shown)}\n\n`;
        said = reached;
      }
      next = batches.next();
    }
  } finally {
    await batches.return?.();
  }
}

function heartbeat(gone: AbortSignal): Promise<'heartbeat'> {
  return new Promise((resolve) => {
    const beat = () => {
      clearTimeout(timer);
      gone.removeEventListener('abort', beat);
      resolve('heartbeat');
    };
    const timer = setTimeout(beat, HEARTBEAT_MILLIS);
    timer.unref();
    gone.addEventListener('abort', beat);
  });
}
