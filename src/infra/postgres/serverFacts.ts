import type { Pool } from './pool.js';

/** What decides whether a server can keep an Orchard. */
export interface ServerFacts {
  readonly version: number;
  readonly role: string;
  readonly schema: string | null;
  readonly mayCreate: boolean;
  readonly isStandby: boolean;
  readonly encoding: string;
  readonly commits: string;
  readonly fsync: string;
}

const OLDEST = 13;

const FACTS = `SELECT current_setting('server_version_num')::integer AS version, current_user AS role,
  current_schema() AS schema, coalesce(has_schema_privilege(current_schema(), 'CREATE'), false) AS "mayCreate",
  pg_is_in_recovery() AS "isStandby", current_setting('server_encoding') AS encoding,
  current_setting('synchronous_commit') AS commits, current_setting('fsync') AS fsync`;

export async function serverFacts(pool: Pool): Promise<ServerFacts> {
  return (await pool.query<ServerFacts>(FACTS)).rows[0]!;
}

/** Why this server cannot be used, and how to mend it; null when it can. */
export function unfitness(facts: ServerFacts): string | null {
  const { version, role, schema, mayCreate, isStandby, encoding, commits, fsync } = facts;
  const major = Math.floor(version / 10_000);
  if (major < OLDEST) return `is PostgreSQL ${major}, too old: Orchard needs ${OLDEST} or newer`;
  if (isStandby) return 'is a standby, which cannot be written to: name the primary in ORCHARD_POSTGRES_URL';
  if (encoding !== 'UTF8') {
    return `keeps text as ${encoding}: make a database with UTF8 (CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0)`;
  }
  if (schema === null) {
    return 'has no schema of the search path: create it (CREATE SCHEMA …) or name another in ORCHARD_POSTGRES_URL';
  }
  if (!mayCreate) {
    return `does not let ${role} make tables in schema ${schema}: GRANT CREATE, USAGE ON SCHEMA ${schema} TO ${role}`;
  }
  if (fsync === 'off' || commits === 'off') {
    const setting = fsync === 'off' ? 'fsync' : 'synchronous_commit';
    return `confirms what is not on disk yet (${setting} = off), so a crash would lose confirmed events: set ${setting} = on`;
  }
  return null;
}
