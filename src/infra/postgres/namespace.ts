import type { Pool } from './pool.js';

/**
 * The schema of the database that holds everything of one Orchard: the first of the connection's search path. Locks and
 * notifications are the database's, so they carry its number: two Orchards in two schemas never meet.
 */
export interface Namespace {
  readonly name: string;
  readonly oid: number;
}

/** What is locked of a namespace, one holder at a time. */
const LOCKS = { schema: 1, log: 2, tables: 3, alone: 4 } as const;

export async function namespaceOf(pool: Pool): Promise<Namespace> {
  const sql = 'SELECT nspname AS name, oid::bigint FROM pg_namespace WHERE nspname = current_schema()';
  const { rows } = await pool.query<Namespace>(sql);
  if (rows[0]) return rows[0];
  throw new Error(
    'no schema of the search path of ORCHARD_POSTGRES_URL exists in its database: create it, or name another',
  );
}

/** The key of an advisory lock: the namespace, and what of it. */
export function lockKey({ oid }: Namespace, what: keyof typeof LOCKS): string {
  return String((BigInt(oid) << 8n) | BigInt(LOCKS[what]));
}

/** Waits for a lock that the end of the transaction gives up. */
export function lockUntilCommit(namespace: Namespace, what: keyof typeof LOCKS): string {
  return `SELECT pg_advisory_xact_lock(${lockKey(namespace, what)})`;
}

/** Where commits of the log are told. */
export function logChannel({ oid }: Namespace): string {
  return `orchard_log_${oid}`;
}
