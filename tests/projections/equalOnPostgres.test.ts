import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ALL_PROJECTIONS } from '../../src/infra/bootstrap/allProjections.js';
import { rebuild } from '../../src/projections/rebuild.js';
import { describeServer } from '../servers/describeServer.js';
import { PostgresTrialTables } from './postgresTrialTables.js';
import { anAttempt, historyOf } from './randomHistory.js';
import { SqliteTrialTables, type TrialTables } from './trialTables.js';

describeServer('postgres', 'the tables of one log in SQLite and in PostgreSQL', (url) => {
  let sqlite: TrialTables;
  let postgres: TrialTables;
  beforeAll(async () => {
    sqlite = new SqliteTrialTables();
    postgres = await PostgresTrialTables.open(url);
  });

  afterAll(async () => {
    await sqlite.close();
    await postgres.close();
  });

  async function dumps({ views }: TrialTables): Promise<readonly string[]> {
    return (await Promise.all(ALL_PROJECTIONS.map((projection) => views.dump(projection)))).flat();
  }

  test('are the same to the byte', async () => {
    let lines = 0;
    const sameOnBoth = fc.asyncProperty(fc.array(anAttempt, { minLength: 30, maxLength: 80 }), async (attempts) => {
      const { store } = await historyOf(attempts);
      for (const { views } of [sqlite, postgres]) {
        for (const projection of ALL_PROJECTIONS) await rebuild(store, views, projection);
      }
      const inSqlite = await dumps(sqlite);
      expect(await dumps(postgres)).toEqual(inSqlite);
      lines += inSqlite.length;
    });
    await fc.assert(sameOnBoth, { numRuns: 10 });
    expect(lines).toBeGreaterThan(100);
  });
});
