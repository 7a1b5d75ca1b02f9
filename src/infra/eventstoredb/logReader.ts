import { BACKWARDS, END, type EventStoreDBClient, START as FIRST, FORWARDS } from '@eventstore/db-client';
import {
  type Position,
  START,
  type StoredEvent,
  StoreUnavailable,
  type StreamSlice,
} from '../../commands/eventStore.js';
import type { StreamName } from '../../domain/kernel/stream.js';
import type { Connection } from './connection.js';
import { failureOfCall, isStreamNotFound } from './failures.js';
import { placeOf } from './place.js';
import { positionOf, storedEvent } from './recordedEvent.js';

const MOST_OF_STREAM = 1_000;
const MOST_OF_ALL = 10_000;
/** Looking for the last event of ours, past what the server itself wrote after it. */
const BACKWARD_PAGE = 64;

/** A read of the client: iterated, and cancelled when it is left early. */
interface Reading<R> extends AsyncIterable<R> {
  cancel(): Promise<void>;
}

/** Reads of the log. One that does not get on is given up, one that fails is made again once. */
export class LogReader {
  constructor(private readonly connection: Connection) {}

  async stream(stream: StreamName, slice: StreamSlice): Promise<readonly StoredEvent[]> {
    const maxCount = checkedLimit(slice.limit ?? MOST_OF_STREAM, MOST_OF_STREAM);
    const backward = slice.direction === 'backward';
    const direction = backward ? BACKWARDS : FORWARDS;
    const fromRevision = slice.from === undefined ? (backward ? END : FIRST) : BigInt(slice.from);
    const records = await this.#read(`read ${stream}`, (client) =>
      client.readStream(stream, { direction, fromRevision, maxCount }),
    );
    return records.map((record) => storedEvent(record) ?? refuseForeign(stream));
  }

  async after(position: Position, limit: number): Promise<readonly StoredEvent[]> {
    checkedLimit(limit, MOST_OF_ALL);
    const events: StoredEvent[] = [];
    // One more, because the server reads from a position on, and what is there has been read.
    for (let after = position, page = limit + 1; ; page = Math.min(2 * page, MOST_OF_ALL)) {
      const fromPosition = placeOf(after);
      const maxCount = page;
      const records = await this.#read(`read all after ${after}`, (client) =>
        client.readAll({ direction: FORWARDS, fromPosition, maxCount }),
      );
      for (const record of records) {
        const event = storedEvent(record);
        if (event && event.position !== after && events.length < limit) events.push(event);
      }
      if (events.length === limit || records.length < maxCount) return events;
      after = records.map(positionOf).findLast((at) => at !== undefined) ?? after;
    }
  }

  async head(): Promise<Position> {
    for (let from: ReturnType<typeof placeOf> | 'end' = END; ; ) {
      const fromPosition = from;
      const records = await this.#read('read the end of the log', (client) =>
        client.readAll({ direction: BACKWARDS, fromPosition, maxCount: BACKWARD_PAGE }),
      );
      const last = records.map(storedEvent).find((event) => event !== undefined);
      if (last) return last.position;
      const earliest = records.map(positionOf).findLast((at) => at !== undefined);
      if (records.length < BACKWARD_PAGE || earliest === undefined) return START;
      from = placeOf(earliest);
    }
  }

  async #read<R>(what: string, make: (client: EventStoreDBClient) => Reading<R>): Promise<R[]> {
    for (let again = false; ; again = true) {
      let reading: Reading<R> | undefined;
      try {
        return await this.connection.call(what, async (client, alive) => {
          reading = make(client);
          const records: R[] = [];
          for await (const record of reading) {
            alive();
            records.push(record);
          }
          return records;
        });
      } catch (error) {
        // One that was given up would go on by itself.
        reading?.cancel().catch(() => {});
        if (isStreamNotFound(error)) return [];
        this.connection.refuseWhenClosed();
        // The first call after a connection broke is the one that notices; one that had its time has had it.
        if (again || error instanceof StoreUnavailable) throw failureOfCall(what, error);
      }
    }
  }
}

function refuseForeign(stream: StreamName): never {
  throw new Error(`stream ${stream} holds an event that Orchard did not write`);
}

function checkedLimit(limit: number, most: number): number {
  if (Number.isInteger(limit) && limit >= 1 && limit <= most) return limit;
  throw new RangeError(`a page of ${limit} events: from 1 to ${most} can be read at once`);
}
