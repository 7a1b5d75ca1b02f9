import type { Position } from '../../commands/eventStore.js';
import { type Instant, plusMillis } from '../../domain/kernel/instant.js';
import type { RelayProgress } from '../../projections/relayProgress.js';
import { type SqlDriver, type Statement, WrongChanges } from '../../projections/sqlDriver.js';

const TABLE =
  'create table if not exists relay (name text primary key, position text, holder text not null, until text not null)';
const NAME = 'log';

/** The relay's progress in an SQL table, in one row. */
export class SqlRelayProgress implements RelayProgress {
  #isMade = false;

  constructor(
    private readonly sql: SqlDriver,
    private readonly now: () => Instant,
  ) {}

  async position(): Promise<Position | null> {
    await this.#make();
    const [record] = await this.sql.query('select position from relay where name = ?', [NAME]);
    const position = record?.['position'] ?? null;
    return position === null ? null : String(position);
  }

  async lead(holder: string, millis: number): Promise<boolean> {
    await this.#make();
    const now = this.now();
    return this.#changes({
      sql: 'update relay set holder = ?, until = ? where name = ? and (holder = ? or until < ?)',
      values: [holder, plusMillis(now, millis), NAME, holder, now],
    });
  }

  move(holder: string, to: Position): Promise<boolean> {
    return this.#changes({
      sql: 'update relay set position = ? where name = ? and holder = ?',
      values: [to, NAME, holder],
    });
  }

  async leave(holder: string): Promise<void> {
    await this.#changes({
      sql: "update relay set holder = '', until = '' where name = ? and holder = ?",
      values: [NAME, holder],
    });
  }

  async #changes(statement: Statement): Promise<boolean> {
    try {
      await this.sql.batch([{ ...statement, changes: 1 }]);
      return true;
    } catch (error) {
      if (error instanceof WrongChanges) return false;
      throw error;
    }
  }

  async #make(): Promise<void> {
    if (this.#isMade) return;
    const row = "insert into relay (name, holder, until) values (?, '', '') on conflict (name) do nothing";
    await this.sql.batch([
      { sql: TABLE, values: [] },
      { sql: row, values: [NAME] },
    ]);
    this.#isMade = true;
  }
}
