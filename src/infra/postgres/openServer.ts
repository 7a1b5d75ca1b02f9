import { setTimeout as sleep } from 'node:timers/promises';
import { addressOf } from './address.js';
import { connectFault } from './connectFault.js';
import { openPool, type Pool } from './pool.js';
import { speaksPostgres } from './probe.js';
import { serverFacts, unfitness } from './serverFacts.js';

const FIRST_WAIT_MILLIS = 250;
const LONGEST_WAIT_MILLIS = 5_000;

/** A server that cannot be used as it is; the message says why and how to mend it. */
export class PostgresUnusable extends Error {
  override readonly name = 'PostgresUnusable';
}

export interface Waiting {
  /** How long a server may take to come. */
  readonly patienceMillis: number;
  /** Told each time it is not there yet. */
  readonly say: (sentence: string) => void;
  /** Ends the waiting with an AbortError. */
  readonly stopped?: AbortSignal;
}

/**
 * Connects to the server of ORCHARD_POSTGRES_URL: waits for one that is not there yet, with longer and longer pauses.
 * @throws PostgresUnusable for one that never came, or that no waiting makes fit.
 */
export async function openServer(url: string, { patienceMillis, say, stopped }: Waiting): Promise<Pool> {
  const began = performance.now();
  const server = `PostgreSQL at ${addressOf(url)}`;
  const refuse = (why: string, cause?: unknown) => new PostgresUnusable(`${server}: ${why}`, { cause });
  for (let wait = FIRST_WAIT_MILLIS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MILLIS)) {
    const pool = openPool(url);
    try {
      if (!(await speaksPostgres(url))) {
        throw refuse('what listens there is no PostgreSQL: correct the host and port in ORCHARD_POSTGRES_URL');
      }
      const unfit = unfitness(await serverFacts(pool));
      if (unfit !== null) throw new PostgresUnusable(`${server} ${unfit}`);
      return pool;
    } catch (error) {
      await pool.end();
      if (error instanceof PostgresUnusable) throw error;
      const { words, mayPass } = connectFault(error);
      const left = patienceMillis - (performance.now() - began);
      if (!mayPass || left < wait) throw refuse(words, error);
      say(`${server}: ${words}; waiting for it, ${Math.ceil(left / 1_000)} s more.`);
      await sleep(wait, undefined, stopped && { signal: stopped });
    }
  }
}
