import { Command } from 'commander';
import type { Doors } from '../doors.js';
import { EXIT, type ExitCode, UsageError } from '../exitCode.js';
import { failureWords } from '../failureWords.js';
import { table } from '../print/table.js';
import type { Terminal } from '../terminal.js';

const HELP = `
A flag of "orchard serve" wins over its variable; a variable that is not set has its default.

Examples:
  $ orchard config print
  $ PORT=8080 orchard config print --json

Exit codes: 0 it works · 1 a server would not start with it · 2 usage`;

export function configCommand(doors: Doors, terminal: Terminal, exit: (code: ExitCode) => void): Command {
  return new Command('config')
    .summary('what this would run with, and where each value comes from')
    .description('Prints the configuration a server started here would have. Secrets are not shown.')
    .argument('<what>', 'print')
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', HELP)
    .action((what: string, { json }: { readonly json: boolean }) => {
      if (what !== 'print') throw new UsageError(`"${what}" is not print: type "orchard config print".`);
      const values = doors.configuredValues(terminal.env);
      const fault = doors.configurationFault(terminal.env);
      if (json) terminal.out(`${JSON.stringify({ values, fault: fault && failureWords(fault) })}\n`);
      else {
        const columns = ['variable', 'value', 'from'].map((title) => ({ title }));
        terminal.out(
          `${table(
            columns,
            values.map(({ variable, value, source }) => [variable, value, source]),
          )}\n`,
        );
        if (fault) terminal.err(`${failureWords(fault)}\n`);
      }
      exit(fault ? EXIT.failed : EXIT.ok);
    });
}
