import { Command } from 'commander';
import type { Doors } from '../doors.js';
import type { ExitCode } from '../exitCode.js';
import type { Terminal } from '../terminal.js';
import { verifyLogCommand } from './verifyLogCommand.js';
import { verifyQuoteCommand } from './verifyQuoteCommand.js';
import { verifyQuotesCommand } from './verifyQuotesCommand.js';

const PARTS = [verifyQuoteCommand, verifyQuotesCommand, verifyLogCommand];

const HELP = `
Examples:
  $ orchard verify quote 0f8c2c1e4a7d5a21b0c3a5e2f7d91c44
  $ orchard verify quotes --since 2026-11-01T00:00:00.000Z --json > verdicts.ndjson
  $ orchard verify log --seal                  check the log, then sign what is new in it
  $ orchard verify log --held checkpoint.json --public-key seal-key.pub.pem

Exit codes: 0 all is as it was recorded · 1 something is not, or could not be verified · 2 usage`;

export function verifyCommand(doors: Doors, terminal: Terminal, exit: (code: ExitCode) => void): Command {
  const command = new Command('verify')
    .summary('prove that prices and log are what they were')
    .description('Holds what was recorded against what comes out again, from the log alone.')
    .helpCommand(false)
    .addHelpText('after', HELP);
  for (const part of PARTS) {
    command.addCommand(part(doors, terminal, exit).helpOption('-h, --help', 'print help').addHelpText('after', HELP));
  }
  return command;
}
