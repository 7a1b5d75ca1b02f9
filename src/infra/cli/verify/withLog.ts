import type { Command } from 'commander';
import type { Doors, OpenedLog } from '../doors.js';
import { UsageError } from '../exitCode.js';
import type { Terminal } from '../terminal.js';

export interface LogOptions {
  readonly dataDir?: string;
  readonly json: boolean;
}

/** The options of every command that verifies a log. */
export function withLogOptions(command: Command): Command {
  return command
    .option('--data-dir <folder>', 'the data folder (default: ORCHARD_DATA_DIR or ./data)')
    .option('--json', 'a JSON line for each finding, the summary last', false);
}

/** Does something with a log and closes it. @throws UsageError when there is none. */
export async function withLog<T>(
  { dataDir }: LogOptions,
  doors: Doors,
  terminal: Terminal,
  work: (log: OpenedLog) => Promise<T>,
): Promise<T> {
  const folder = dataDir ?? terminal.env['ORCHARD_DATA_DIR'] ?? './data';
  if (!doors.hasLog(folder, terminal))
    throw new UsageError(`There is no Orchard in ${folder}: name another --data-dir.`);
  const log = await doors.openLog(folder, terminal);
  try {
    return await work(log);
  } finally {
    await log.close();
  }
}
