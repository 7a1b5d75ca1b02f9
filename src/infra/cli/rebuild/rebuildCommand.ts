import { Command } from 'commander';
import { comparePositions } from '../../../commands/eventStore.js';
import type { AnyProjection } from '../../../projections/projection.js';
import { rebuild } from '../../../projections/rebuild.js';
import type { Doors, OpenedTables } from '../doors.js';
import { EXIT, type ExitCode, UsageError } from '../exitCode.js';
import { progressOf } from '../print/progress.js';
import type { Terminal } from '../terminal.js';

interface RebuildOptions {
  readonly all: boolean;
  readonly dataDir?: string;
}

export function rebuildCommand(doors: Doors, terminal: Terminal, exit: (code: ExitCode) => void): Command {
  const names = doors.projections.map(({ name }) => name).join(', ');
  return new Command('rebuild')
    .summary('make a read model anew from the log')
    .description(`Empties the tables of a read model and folds the whole log again. Read models: ${names}.`)
    .argument('[name]', 'the read model')
    .option('--all', 'all of them', false)
    .option('--data-dir <folder>', 'the data folder (default: ORCHARD_DATA_DIR or ./data)')
    .addHelpText(
      'after',
      `
No server may hold the folder meanwhile: stop it first.

Examples:
  $ orchard rebuild promotions
  $ orchard rebuild --all --data-dir ./data

Exit codes: 0 rebuilt · 1 not possible · 2 usage`,
    )
    .action(async (name: string | undefined, options: RebuildOptions) => {
      const chosen = chooseProjections(name, options, doors.projections);
      const folder = options.dataDir ?? terminal.env['ORCHARD_DATA_DIR'] ?? './data';
      if (!doors.hasLog(folder)) throw new UsageError(`There is no Orchard in ${folder}: name another --data-dir.`);
      const tables = await doors.openTables(folder);
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
  const { events, position, head } = await rebuild(store, views, projection, ({ position, head }) =>
    progress.reached(Number(position), Number(head)),
  );
  progress.end();
  const millis = Math.round(terminal.clock() - started);
  const end = comparePositions(position, head) < 0 ? `stopped at position ${position}` : `to position ${position}`;
  terminal.out(`${name}: ${events} events folded, ${end}, in ${millis} ms\n`);
}
