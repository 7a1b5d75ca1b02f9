import type { Migration } from '../../sql/migration.js';

/** The log itself. Positions are given by the writer, without gaps; `data` is text, because hashes are over its bytes. */
export const log001Events: Migration = {
  name: 'log001Events',
  sql: `
CREATE TABLE events (
  position       INTEGER PRIMARY KEY,
  stream         TEXT    NOT NULL,
  revision       INTEGER NOT NULL,
  id             TEXT    NOT NULL UNIQUE,
  type           TEXT    NOT NULL,
  schema_version INTEGER NOT NULL,
  shop           TEXT    NOT NULL,
  recorded_at    TEXT    NOT NULL,
  effective_from TEXT    NOT NULL,
  principal      TEXT    NOT NULL,
  role           TEXT    NOT NULL,
  command_id     TEXT    NOT NULL,
  request_hash   TEXT    NOT NULL,
  correlation    TEXT    NOT NULL,
  causation      TEXT,
  data           TEXT    NOT NULL,
  UNIQUE (stream, revision)
) STRICT;
`,
};
