import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A schema of a suite's own in a PostgreSQL, the URL that leads into it, and how to drop it with everything inside. */
export async function ownSchema(url: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `orchard_${randomBytes(6).toString('hex')}`;
  await run(url, `CREATE SCHEMA ${name}`);
  const own = new URL(url);
  own.searchParams.set('options', `-c search_path=${name}`);
  return { url: own.href, drop: () => run(url, `DROP SCHEMA ${name} CASCADE`) };
}

/** Runs one statement on a connection of its own. @returns its rows. */
export async function run(url: string, sql: string): Promise<void> {
  await rowsOf(url, sql);
}

export async function rowsOf(url: string, sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
