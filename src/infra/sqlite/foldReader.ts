import type { FoldedEvent } from '../../commands/eventStore.js';
import type { StreamName } from '../../domain/kernel/stream.js';
import type { Database } from './database.js';

/** Most events hold from when they were recorded: a text that is not handed over costs nothing. */
const COLUMNS =
  'position, revision, type, schema_version, recorded_at, nullif(effective_from, recorded_at), command_id, data';

type FoldedRow = [
  position: number,
  revision: number,
  type: string,
  schemaVersion: number,
  recordedAt: string,
  effectiveFrom: string | null,
  commandId: string,
  data: string,
];

/** Reads what a fold looks at: half of an event's columns, at half the cost. */
export class FoldReader {
  readonly #forward;

  constructor(db: Database) {
    this.#forward = db
      .prepare(`SELECT ${COLUMNS} FROM events WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?`)
      .raw();
  }

  stream(stream: StreamName, from: number, limit: number): FoldedEvent[] {
    const rows = this.#forward.all([stream, from, limit]) as FoldedRow[];
    return rows.map(([position, revision, type, schemaVersion, recordedAt, effectiveFrom, commandId, data]) => ({
      position: String(position),
      stream,
      revision,
      type,
      schemaVersion,
      recordedAt,
      effectiveFrom: effectiveFrom ?? recordedAt,
      commandId,
      data,
    }));
  }
}
