import { campaign } from '../simulation/campaign.js';
import type { Planted } from '../simulation/plan.js';
import { TablesServer } from '../simulation/tablesServer.js';

/** How a planted bug was caught; null: it was not, in so many seeds. */
export interface Caught {
  readonly invariant: string;
  readonly message: string;
  readonly seeds: number;
}

const FIRST_SEED = 1;

/** Simulates until an invariant breaks. */
export async function hunt(planted: Planted, mostSeeds: number, commands = 200): Promise<Caught | null> {
  const tables = new TablesServer();
  try {
    const { failed, seeds } = await campaign(
      tables,
      { seed: FIRST_SEED, commands, planted },
      (done) => done < mostSeeds,
    );
    const violation = failed?.violation;
    return violation ? { invariant: violation.invariant, message: violation.message, seeds } : null;
  } finally {
    await tables.close();
  }
}
