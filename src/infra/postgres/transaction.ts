import type { PoolClient, QueryArrayConfig, QueryArrayResult, QueryConfig, QueryResult } from 'pg';
import type { Pool } from './pool.js';

/**
 * Statements of one transaction. Each is sent at once; whoever needs its answer awaits it, and what nobody awaited is
 * awaited by the commit, which only then counts.
 */
export interface Transaction {
  query(statement: string | QueryConfig): Promise<QueryResult>;
  rows(statement: Omit<QueryArrayConfig, 'rowMode'>): Promise<QueryArrayResult>;
}

const BEGIN = 'BEGIN ISOLATION LEVEL READ COMMITTED';

/** Runs work as one transaction: stored when this resolves. @throws what the work or the first failed statement threw. */
export async function inTransaction<T>(pool: Pool, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const sent = new SentStatements(client);
  try {
    sent.query(BEGIN);
    const result = await work(sent);
    const committed = sent.query('COMMIT');
    await sent.answered();
    // After a failed statement COMMIT answers that it rolled back; then that statement has thrown above.
    if ((await committed).command !== 'COMMIT') throw new Error('the transaction was rolled back');
    client.release();
    return result;
  } catch (error) {
    client.release(!(await sent.undone()));
    throw error;
  }
}

class SentStatements implements Transaction {
  readonly #answers: Promise<unknown>[] = [];

  constructor(private readonly client: PoolClient) {}

  query(statement: string | QueryConfig): Promise<QueryResult> {
    return this.#sent(this.client.query(statement));
  }

  rows(statement: Omit<QueryArrayConfig, 'rowMode'>): Promise<QueryArrayResult> {
    return this.#sent(this.client.query({ ...statement, rowMode: 'array' }));
  }

  /** @throws what the first statement that failed threw. */
  async answered(): Promise<void> {
    for (const outcome of await Promise.allSettled(this.#answers)) {
      if (outcome.status === 'rejected') throw outcome.reason;
    }
  }

  /** Whether the connection is as it was before, and good for others. */
  async undone(): Promise<boolean> {
    const rolledBack = this.query('ROLLBACK');
    await Promise.allSettled(this.#answers);
    return rolledBack.then(
      () => true,
      () => false,
    );
  }

  #sent<T>(answer: Promise<T>): Promise<T> {
    // Its fault is thrown by whoever awaits it, or by the commit; until then nobody listens.
    answer.catch(() => {});
    this.#answers.push(answer);
    return answer;
  }
}
