import { Command, CommanderError } from 'commander';
import { allowancesCommand } from './allowances/allowancesCommand.js';
import { analyticsCommand } from './analytics/analyticsCommand.js';
import { backtestCommand } from './backtest/backtestCommand.js';
import { configCommand } from './config/configCommand.js';
import { correctionsCommand } from './corrections/correctionsCommand.js';
import { deadLettersCommand } from './deadLetters/deadLettersCommand.js';
import { doctorCommand } from './doctor/doctorCommand.js';
import type { Doors } from './doors.js';
import { eventsCommand } from './events/eventsCommand.js';
import { EXIT, type ExitCode, UsageError } from './exitCode.js';
import { exportCommand } from './export/exportCommand.js';
import { failureWords } from './failureWords.js';
import { historyCommand } from './history/historyCommand.js';
import { importCommand } from './import/importCommand.js';
import { logCommand } from './log/logCommand.js';
import { ordersCommand } from './orders/ordersCommand.js';
import { previewCommand } from './preview/previewCommand.js';
import { paintFor } from './print/paint.js';
import { promotionsCommand } from './promotions/promotionsCommand.js';
import { proveCommand } from './prove/proveCommand.js';
import { quoteCommand } from './quote/quoteCommand.js';
import { rebuildCommand } from './rebuild/rebuildCommand.js';
import { searchCommand } from './search/searchCommand.js';
import { serveCommand } from './serve/serveCommand.js';
import type { Terminal } from './terminal.js';
import { verifyCommand } from './verify/verifyCommand.js';
import { whatIfCommand } from './whatIf/whatIfCommand.js';

const COMMANDS = [
  serveCommand,
  quoteCommand,
  previewCommand,
  backtestCommand,
  whatIfCommand,
  importCommand,
  promotionsCommand,
  ordersCommand,
  allowancesCommand,
  historyCommand,
  correctionsCommand,
  analyticsCommand,
  searchCommand,
  eventsCommand,
  rebuildCommand,
  verifyCommand,
  proveCommand,
  logCommand,
  exportCommand,
  deadLettersCommand,
  configCommand,
  doctorCommand,
];

const HELP = `
Examples:
  $ orchard serve                                start the server with the demo shop
  $ orchard quote examples/basket.json           what does this basket cost, and why
  $ orchard promotions list                      what the shop offers
  $ orchard history promotion spend_100_20       who changed it, when and why
  $ orchard doctor                               what is wrong here, and how to mend it

Exit codes: 0 ok · 1 could not be done · 2 usage`;

/** Runs one command line. @returns what the process says to its caller; it never throws. */
export async function runOrchard(args: readonly string[], doors: Doors, terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = EXIT.ok;
  const exit = (said: ExitCode) => {
    code = said;
  };
  const program = new Command('orchard')
    .description('Prices fruit baskets: every price explained, every answer computed from events.')
    .version(doors.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand(false)
    .addHelpText('after', HELP);
  for (const command of COMMANDS) {
    program.addCommand(command(doors, terminal, exit).helpOption('-h, --help', 'print help'));
  }
  prepare(program, 'orchard', terminal);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    return failed(error, terminal);
  }
}

function prepare(command: Command, called: string, terminal: Terminal): void {
  command.exitOverride().configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  command.showHelpAfterError(`Type "${called} --help" for how it is used.`);
  for (const below of command.commands) prepare(below, `${called} ${below.name()}`, terminal);
}

function failed(error: unknown, terminal: Terminal): ExitCode {
  // Commander has printed its own words: help and version end well, anything else is usage.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  terminal.err(`${paintFor(terminal).bad('orchard:')} ${failureWords(error)}\n`);
  if (terminal.env['ORCHARD_LOG_LEVEL'] === 'debug' && error instanceof Error) terminal.err(`${error.stack}\n`);
  return error instanceof UsageError || nameOf(error) === 'BadConfiguration' ? EXIT.usage : EXIT.failed;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}
