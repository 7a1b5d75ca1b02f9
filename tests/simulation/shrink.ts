import { FAULTS } from './faults.js';
import { type Run, simulate } from './simulate.js';
import type { TablesServer } from './tablesServer.js';

const FEWER_COMMANDS = [30, 45, 60, 90, 130];
const MOST_WORDS = 6;

/**
 * The same violation with fewer commands and fewer kinds of faults, as far as trying finds it; of what happened it shows
 * what the violation speaks of.
 */
export async function shrunk(failed: Run, tables: TablesServer): Promise<Run> {
  let smallest = failed;
  const tried = async (plan: Run['plan']) => {
    const run = await simulate(plan, tables);
    const isSame = run.violation?.invariant === failed.violation?.invariant;
    if (isSame) smallest = run;
    return isSame;
  };
  for (const commands of FEWER_COMMANDS) {
    if (commands < failed.plan.commands && (await tried({ ...failed.plan, commands }))) break;
  }
  for (const fault of FAULTS) {
    await tried({ ...smallest.plan, without: new Set([...(smallest.plan.without ?? []), fault]) });
  }
  return simulate(smallest.plan, tables, namesIn(smallest.violation!.message));
}

/** Names of orders, quotes, allowances, holds: words with a dot or a number behind an underscore. */
function namesIn(message: string): readonly string[] {
  const names = message.match(/\b[A-Za-z]\w*(?:\.[a-z]+|_\d+)\b/g) ?? [];
  return [...new Set(names)].slice(0, MOST_WORDS);
}
