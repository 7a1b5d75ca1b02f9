import { Command } from 'commander';
import type { Comparison } from '../../../projections/compareTables.js';
import type { AnyProjection } from '../../../projections/projection.js';
import { rebuild } from '../../../projections/rebuild.js';
import type { Doors, OpenedTables } from '../doors.js';
import { EXIT, type ExitCode, UsageError } from '../exitCode.js';
import { progressOf } from '../print/progress.js';
import type { Terminal } from '../terminal.js';

/** Wrong rows named; there may be thousands. */
const SHOWN_WRONG = 5;

interface RebuildOptions {
  readonly all: boolean;
  readonly dataDir?: string;
}

export function rebuildCommand(doors: Doors, terminal: Terminal, exit: (code: ExitCode) => void): Command {
  const names = doors.projections.map(({ name }) => name).join(', ');
  return new Command('rebuild')
    .summary('make a read model anew from the log')
    .description(
      'Folds the whole log into new tables beside those of a read model, compares the two and puts the new ones in ' +
        `their place. Read models: ${names}.`,
    )
    .argument('[name]', 'the read model')
    .option('--all', 'all of them', false)
    .option('--data-dir <folder>', 'the data folder (default: ORCHARD_DATA_DIR or ./data)')
    .addHelpText(
      'after',
      `
Servers on PostgreSQL tables serve on meanwhile. No server may hold a data folder: stop it first.

Examples:
  $ orchard rebuild promotions
  $ orchard rebuild --all --data-dir ./data

Exit codes: 0 rebuilt · 1 not possible · 2 usage`,
    )
    .action(async (name: string | undefined, options: RebuildOptions) => {
      const chosen = chooseProjections(name, options, doors.projections);
      const folder = options.dataDir ?? terminal.env['ORCHARD_DATA_DIR'] ?? './data';
      if (!doors.hasLog(folder, terminal))
        throw new UsageError(`There is no Orchard in ${folder}: name another --data-dir.`);
      const tables = await doors.openTables(folder, terminal);
      try {
        for (const projection of chosen) await rebuildOne(projection, tables, terminal);
      } finally {
        await tables.close();
      }
      exit(EXIT.ok);
    });
}

function chooseProjections(
  name: string | undefined,
  { all }: RebuildOptions,
  projections: readonly AnyProjection[],
): readonly AnyProjection[] {
  const known = projections.map((projection) => projection.name).join(', ');
  if (all === (name !== undefined)) throw new UsageError(`Name one of ${known}, or give --all.`);
  if (all) return projections;
  const chosen = projections.find((projection) => projection.name === name);
  if (!chosen) throw new UsageError(`There is no read model ${name}. Known are ${known}.`);
  return [chosen];
}

async function rebuildOne(
  projection: AnyProjection,
  { store, views }: OpenedTables,
  terminal: Terminal,
): Promise<void> {
  const { name } = projection;
  const started = terminal.clock();
  const progress = progressOf(`rebuilding ${name}`, terminal);
  const { events, position, compared } = await rebuild(store, views, projection, ({ position, head }) =>
    progress.reached(Number(position), Number(head)),
  );
  progress.end();
  const millis = Math.round(terminal.clock() - started);
  const rate = Math.round((events * 1_000) / Math.max(1, millis));
  terminal.out(`${name}: ${events} events folded, to position ${position}, in ${millis} ms (${rate}/s)`);
  terminal.out(`${compared ? `; ${comparedWords(compared)}` : ''}\n`);
}

function comparedWords({ rows, wrong }: Comparison): string {
  if (wrong.length === 0) return `all ${rows} rows were as they should be`;
  const shown = wrong.slice(0, SHOWN_WRONG).join(', ');
  return `${wrong.length} of ${rows} rows were wrong: ${shown}${wrong.length > SHOWN_WRONG ? ' …' : ''}`;
}
