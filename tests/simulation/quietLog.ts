import type { Appended, EventStore, Position, StoredEvent, StreamSlice } from '../../src/commands/eventStore.js';
import type { StoreServer } from './storeServer.js';

/** The log of a run to read, at once and without faults. */
export class QuietLog implements EventStore {
  constructor(private readonly server: StoreServer) {}

  async append(): Promise<Appended> {
    throw new TypeError('what is over is only read');
  }

  async readStream(name: string, { from = 0, limit = 1_000 }: StreamSlice = {}): Promise<readonly StoredEvent[]> {
    return this.server.stream(name).slice(from, from + limit);
  }

  async readAll(after: Position, limit: number): Promise<readonly StoredEvent[]> {
    return this.server.log.slice(Number(after), Number(after) + limit);
  }

  async *follow(): AsyncIterable<readonly StoredEvent[]> {
    yield this.server.log;
  }

  async head(): Promise<Position> {
    return this.server.head();
  }

  async close(): Promise<void> {}
}
