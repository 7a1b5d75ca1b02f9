import { checkAppend } from '../../commands/appendLimits.js';
import {
  type Appended,
  AppendTooLarge,
  type EventStore,
  type EventToAppend,
  type ExpectedRevision,
  type Position,
  type StoredEvent,
  type StreamSlice,
} from '../../commands/eventStore.js';
import type { StreamName } from '../../domain/kernel/stream.js';
import { appendedOf, OutcomeUnknown } from './appendAnswer.js';
import { AppendCalls } from './appendCalls.js';
import { Connection } from './connection.js';
import { failureOfCall } from './failures.js';
import { Follower } from './follower.js';
import { LogReader } from './logReader.js';
import { bytesOf, type OutgoingEvent, outgoing } from './recordedEvent.js';

/** What the server takes in one append; its own setting, and this is what it is set to when nobody says otherwise. */
const MOST_BYTES_OF_APPEND = 1_048_576;

export interface Patience {
  /** For an append, and for a read to get on; then it has failed, and what became of it is unknown. Default: 5,000. */
  readonly callMillis?: number;
  /** Without an event before a follower looks whether its subscription is still alive. Default: 10,000. */
  readonly idleMillis?: number;
}

/**
 * The log on EventStoreDB. Appends of different streams cannot share a commit there, so many are kept in flight.
 * Positions are the server's commit positions: they rise, and they are not dense.
 */
export class EventStoreDbEventStore implements EventStore {
  readonly #connection: Connection;
  readonly #reader: LogReader;
  readonly #calls = new AppendCalls();
  readonly #closing = new AbortController();
  readonly #idleMillis: number;

  /** Connects at the first call; openEventStoreDb also says what is wrong. @throws Error for a URL it cannot read. */
  constructor(url: string, { callMillis = 5_000, idleMillis = 10_000 }: Patience = {}) {
    this.#connection = new Connection(url, callMillis);
    this.#reader = new LogReader(this.#connection);
    this.#idleMillis = idleMillis;
  }

  async append(stream: StreamName, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<Appended> {
    this.#connection.refuseWhenClosed();
    checkAppend(expected, events);
    const sent = events.map(outgoing);
    const bytes = sent.reduce((sum, event) => sum + bytesOf(event), 0);
    if (bytes > MOST_BYTES_OF_APPEND) {
      throw new AppendTooLarge(`an append of ${bytes} bytes: EventStoreDB takes ${MOST_BYTES_OF_APPEND} at once`);
    }
    try {
      return await this.#send(stream, expected, sent);
    } catch (error) {
      if (!(error instanceof OutcomeUnknown)) throw error;
    }
    // So it answers the second of the same events that come twice in one moment. Now it knows them.
    return this.#send(stream, expected, sent);
  }

  async readStream(stream: StreamName, slice: StreamSlice = {}): Promise<readonly StoredEvent[]> {
    return this.#reader.stream(stream, slice);
  }

  async readAll(after: Position, limit: number): Promise<readonly StoredEvent[]> {
    return this.#reader.after(after, limit);
  }

  async *follow(after: Position, signal: AbortSignal): AsyncIterable<readonly StoredEvent[]> {
    const follower = new Follower(this.#connection, this.#reader, after, this.#idleMillis);
    const stop = new AbortController();
    const end = () => stop.abort();
    const stopping = [signal, this.#closing.signal];
    for (const one of stopping) one.addEventListener('abort', end);
    if (stopping.some(({ aborted }) => aborted)) end();
    try {
      yield* follower.batches(stop.signal);
    } finally {
      for (const one of stopping) one.removeEventListener('abort', end);
    }
  }

  async head(): Promise<Position> {
    return this.#reader.head();
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#connection.close();
  }

  async #send(stream: StreamName, expected: ExpectedRevision, sent: readonly OutgoingEvent[]): Promise<Appended> {
    const what = `append to ${stream}`;
    try {
      const answer = await this.#connection.call(what, (client) => this.#calls.append(client, stream, expected, sent));
      return appendedOf(answer, stream, expected);
    } catch (error) {
      throw failureOfCall(what, error);
    }
  }
}
