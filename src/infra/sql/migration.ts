import { createHash } from 'node:crypto';

/** One step of a schema. Once released its SQL never changes: a change is a further step. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** A part of the database with a version of its own (`log`, `views`): step n of the list brings it to schema n. */
export interface Schema {
  readonly component: string;
  readonly migrations: readonly Migration[];
}

/** The database was written by a version of Orchard that knows more steps than this one. */
export class DatabaseNewer extends Error {
  override readonly name = 'DatabaseNewer';
}

/** A step that was applied to this database is not the step this version knows. */
export class MigrationAltered extends Error {
  override readonly name = 'MigrationAltered';
}

/** Where a schema is kept, and what else one can choose when it does not fit. */
export interface SchemaPlace {
  readonly database: string;
  readonly otherwise: string;
}

/**
 * What of a schema is left to run, given the checksums of the steps that were.
 * @throws DatabaseNewer, MigrationAltered
 */
export function stepsLeft(
  { component, migrations }: Schema,
  applied: readonly string[],
  { database, otherwise }: SchemaPlace,
): readonly Migration[] {
  if (applied.length > migrations.length) {
    throw new DatabaseNewer(
      `${database} was written by a newer Orchard (${component} schema ${applied.length}, this one knows ` +
        `${migrations.length}): install that version or ${otherwise}`,
    );
  }
  const altered = applied.findIndex((checksum, i) => checksum !== checksumOf(migrations[i]!));
  if (altered >= 0) {
    throw new MigrationAltered(
      `${database} holds another step ${altered + 1} of ${component} than ${migrations[altered]!.name}: ` +
        `install the version of Orchard that wrote it or ${otherwise}`,
    );
  }
  return migrations.slice(applied.length);
}

export function checksumOf({ sql }: Migration): string {
  return createHash('sha256').update(sql).digest('hex');
}
