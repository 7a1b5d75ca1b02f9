import { setTimeout as sleep } from 'node:timers/promises';
import { EventStoreDBClient } from '@eventstore/db-client';
import { addressOf } from './address.js';
import { connectFault } from './connectFault.js';
import { EventStoreDbEventStore } from './eventStoreDbEventStore.js';
import { insideOf } from './insideOfClient.js';
import { within } from './timeLimit.js';

const FIRST_WAIT_MILLIS = 250;
const LONGEST_WAIT_MILLIS = 5_000;
const ANSWER_MILLIS = 3_000;
/** The oldest version whose behaviour this adapter was tried on, down to its oddities. */
const OLDEST: readonly [year: number, month: number] = [23, 10];

/** A server that cannot be used as it is; the message says why and how to mend it. */
export class EventStoreDbUnusable extends Error {
  override readonly name = 'EventStoreDbUnusable';
}

export interface Waiting {
  /** How long a server may take to come, in milliseconds. */
  readonly patienceMillis: number;
  /** Told each time it is not there yet. */
  readonly say: (sentence: string) => void;
}

/**
 * Opens the log on the server of ORCHARD_EVENTSTOREDB_URL: waits for one that is not there yet, with longer and longer
 * pauses.
 * @throws EventStoreDbUnusable for one that never came, or that no waiting makes fit.
 */
export async function openEventStoreDb(
  url: string,
  { patienceMillis, say }: Waiting,
): Promise<{ readonly store: EventStoreDbEventStore; readonly version: string }> {
  const began = performance.now();
  const server = `EventStoreDB at ${addressOf(url)}`;
  for (let wait = FIRST_WAIT_MILLIS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MILLIS)) {
    try {
      const version = await versionOf(url);
      if (isTooOld(version)) {
        const oldest = OLDEST.map((part) => String(part).padStart(2, '0')).join('.');
        throw new EventStoreDbUnusable(
          `${server} is version ${version}: Orchard needs ${oldest} or later; upgrade it.`,
        );
      }
      return { store: new EventStoreDbEventStore(url), version };
    } catch (error) {
      if (error instanceof EventStoreDbUnusable) throw error;
      const { words, mayPass } = connectFault(error);
      const left = patienceMillis - (performance.now() - began);
      if (!mayPass || left < wait) {
        throw new EventStoreDbUnusable(`${server}: ${words} (ORCHARD_EVENTSTOREDB_URL).`, { cause: error });
      }
      say(`${server}: ${words}; waiting for it, ${Math.ceil(left / 1_000)} s more.`);
      await sleep(wait);
    }
  }
}

async function versionOf(url: string): Promise<string> {
  const client = clientOf(url);
  try {
    const { serverVersion } = await within(ANSWER_MILLIS, 'which version it is', () => insideOf(client).capabilities);
    // Whoever may not read all of it cannot follow it.
    await within(ANSWER_MILLIS, 'read $all', () => firstOf(client.readAll({ maxCount: 1 })));
    return serverVersion;
  } finally {
    await client.dispose();
  }
}

function clientOf(url: string): EventStoreDBClient {
  try {
    return EventStoreDBClient.connectionString(url);
  } catch (error) {
    const { message } = error as Error;
    throw new EventStoreDbUnusable(
      `ORCHARD_EVENTSTOREDB_URL cannot be read (${message}) Such as esdb://127.0.0.1:2113?tls=false it would be right.`,
      { cause: error },
    );
  }
}

async function firstOf(records: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of records);
}

/** A server that does not tell its version is from before it could be asked. */
function isTooOld(version: string): boolean {
  const [year = 0, month = 0] = version.split('.').map(Number);
  if (!Number.isInteger(year)) return true;
  return year < OLDEST[0] || (year === OLDEST[0] && month < OLDEST[1]);
}
