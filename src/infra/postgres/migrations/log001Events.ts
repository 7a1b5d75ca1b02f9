import type { Migration } from '../../sql/migration.js';

/**
 * The log itself. Positions are given by the writer under one lock, without gaps (a sequence would commit out of order);
 * `data` is text, because hashes are over its bytes. Text is ordered by bytes, whatever the database's locale.
 */
export const log001Events: Migration = {
  name: 'log001Events',
  sql: `
CREATE TABLE events (
  position       bigint  PRIMARY KEY,
  stream         text    COLLATE "C" NOT NULL,
  revision       bigint  NOT NULL,
  id             text    COLLATE "C" NOT NULL CONSTRAINT events_id UNIQUE,
  type           text    COLLATE "C" NOT NULL,
  schema_version integer NOT NULL,
  shop           text    COLLATE "C" NOT NULL,
  recorded_at    text    COLLATE "C" NOT NULL,
  effective_from text    COLLATE "C" NOT NULL,
  principal      text    COLLATE "C" NOT NULL,
  role           text    COLLATE "C" NOT NULL,
  command_id     text    COLLATE "C" NOT NULL,
  request_hash   text    COLLATE "C" NOT NULL,
  correlation    text    COLLATE "C" NOT NULL,
  causation      text    COLLATE "C",
  data           text    COLLATE "C" NOT NULL,
  CONSTRAINT events_stream UNIQUE (stream, revision)
);
`,
};
