import { Command } from 'commander';
import type { Doors } from '../doors.js';
import type { ExitCode } from '../exitCode.js';
import type { Terminal } from '../terminal.js';
import { copyLogCommand } from './copyLogCommand.js';

const HELP = `
Examples:
  $ orchard log copy --from ./data --to postgres://orchard:…@db/orchard
  $ orchard log copy --from ./data --to "esdb://127.0.0.1:2113?tls=false"
  $ orchard log copy --from postgres://orchard:…@db/orchard --to ./copy

Exit codes: 0 both logs hold the same · 1 not yet, or the target holds something else · 2 usage`;

export function logCommand(doors: Doors, terminal: Terminal, exit: (code: ExitCode) => void): Command {
  const copy = copyLogCommand(doors, terminal, exit);
  return new Command('log')
    .summary('move a log to another store')
    .description('Works on whole logs.')
    .helpCommand(false)
    .addCommand(copy.helpOption('-h, --help', 'print help').addHelpText('after', HELP))
    .addHelpText('after', HELP);
}
