import { checksumOf, type Schema, stepsLeft } from '../sql/migration.js';
import { lockUntilCommit, type Namespace } from './namespace.js';
import type { Pool } from './pool.js';
import { inTransaction } from './transaction.js';

const TABLE = `CREATE TABLE IF NOT EXISTS orchard_migrations (
  component text COLLATE "C" NOT NULL, version integer NOT NULL, name text NOT NULL, checksum text NOT NULL,
  PRIMARY KEY (component, version))`;

const APPLIED = 'SELECT checksum FROM orchard_migrations WHERE component = $1 ORDER BY version';
const RECORD = 'INSERT INTO orchard_migrations (component, version, name, checksum) VALUES ($1, $2, $3, $4)';

/**
 * Brings one component of the database to its newest schema, all steps in one transaction; of several processes that
 * start together one does it and the others find it done.
 * @throws DatabaseNewer, MigrationAltered (nothing was changed); what PostgreSQL says of a step that fails.
 */
export function migrate(pool: Pool, namespace: Namespace, schema: Schema): Promise<void> {
  const { component, migrations } = schema;
  return inTransaction(pool, async (transaction) => {
    transaction.query(lockUntilCommit(namespace, 'schema'));
    transaction.query(TABLE);
    const applied = await transaction.query({ text: APPLIED, values: [component] });
    const checksums = applied.rows.map(({ checksum }) => checksum as string);
    const place = { database: `Schema ${namespace.name} of ORCHARD_POSTGRES_URL`, otherwise: 'name another database' };
    for (const migration of stepsLeft(schema, checksums, place)) {
      const version = migrations.indexOf(migration) + 1;
      transaction.query(migration.sql);
      transaction.query({ text: RECORD, values: [component, version, migration.name, checksumOf(migration)] });
    }
  });
}
