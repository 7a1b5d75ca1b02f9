import { Command } from 'commander';
import type { Doors, ServeFlags } from '../doors.js';
import type { ExitCode } from '../exitCode.js';
import type { Terminal } from '../terminal.js';

const HELP = `
A flag wins over the environment: PORT, HOST, ORCHARD_DATA_DIR, ORCHARD_DEMO (on, off),
ORCHARD_TOKENS (JSON: who may call; needed when HOST is not this machine alone), ORCHARD_LOG_LEVEL, ORCHARD_ROLES.

Examples:
  $ orchard serve
  $ orchard serve --port 0 --data-dir /var/lib/orchard --no-demo

Exit codes: 0 stopped as told · 1 could not start, or failed · 2 usage or configuration`;

export function serveCommand(doors: Doors, terminal: Terminal, exit: (code: ExitCode) => void): Command {
  return new Command('serve')
    .summary('run the pricing server')
    .description('Opens the data folder, writes the demo shop into an empty log, and answers over HTTP until stopped.')
    .option('--port <number>', 'where to listen; 0 takes a free port (default: PORT or 3000)')
    .option('--host <name>', 'on which address (default: HOST or 127.0.0.1)')
    .option('--data-dir <folder>', 'where the log is kept (default: ORCHARD_DATA_DIR or ./data)')
    .option('--no-demo', 'do not write the demo shop into an empty log')
    .option('--roles <names>', 'some of api, relay, projector, timekeeper (default: ORCHARD_ROLES or all)')
    .addHelpText('after', HELP)
    .action(async ({ demo, ...flags }: ServeFlags) => {
      // Commander says `demo: true` for a flag that was not given; the environment decides then.
      exit(await doors.serve({ ...flags, ...(demo === false && { demo }) }, terminal));
    });
}
