import pg from 'pg';

export type Pool = pg.Pool;

/**
 * How long things may take, in milliseconds. The server's own limits come first, so that it says what was too slow and
 * frees its locks; the client's end a connection that says nothing any more.
 */
const CONNECT_MILLIS = 3_000;
const IDLE_IN_TRANSACTION_MILLIS = 4_000;
const LOCK_MILLIS = 6_000;
const STATEMENT_MILLIS = 9_000;
const ANSWER_MILLIS = 10_000;

const INT8 = 20;

/** What every connection of this process is opened with. */
export function connectionOptions(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: 'orchard',
    connectionTimeoutMillis: CONNECT_MILLIS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MILLIS,
    lock_timeout: LOCK_MILLIS,
    statement_timeout: STATEMENT_MILLIS,
    query_timeout: ANSWER_MILLIS,
    keepAlive: true,
    types: { getTypeParser: parserOf as typeof pg.types.getTypeParser },
  };
}

/**
 * Connections to a PostgreSQL, opened when they are needed; statements on one are sent without waiting for each other.
 * One that breaks while it is idle is forgotten, and the next call opens another.
 */
export function openPool(url: string): Pool {
  const pool = new pg.Pool({ ...connectionOptions(url), pipeline: true, max: 10 });
  // Without a listener the error of a connection would end the process: the pool's own is for idle ones, and a call that
  // was under way fails by itself.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

function parserOf(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  return oid === INT8 ? exactInteger : (pg.types.getTypeParser(oid, format as 'text') as (value: string) => unknown);
}

function exactInteger(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value)) return value;
  throw new RangeError(`${text} is no integer that this process can hold exactly`);
}
