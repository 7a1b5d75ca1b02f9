import { Command } from 'commander';
import type { Doors } from '../doors.js';
import { EXIT, type ExitCode } from '../exitCode.js';
import { paintFor } from '../print/paint.js';
import type { Terminal } from '../terminal.js';
import { examine } from './examine.js';

const HELP = `
Examples:
  $ orchard doctor
  $ orchard doctor --data-dir /var/lib/orchard --json

Exit codes: 0 all is well · 1 something is to be mended · 2 usage`;

const MARKS = { good: '✓', bad: '✗', note: '·' } as const;

export function doctorCommand(doors: Doors, terminal: Terminal, exit: (code: ExitCode) => void): Command {
  return new Command('doctor')
    .summary('what is wrong here, and how to mend it')
    .description(
      'Looks at Node, configuration, data folder, disk, log, views and clock; says of each fault what to do.',
    )
    .option('--data-dir <folder>', 'the data folder (default: ORCHARD_DATA_DIR or ./data)')
    .option('--json', 'a JSON line for each finding', false)
    .addHelpText('after', HELP)
    .action(async ({ dataDir, json }: { readonly dataDir?: string; readonly json: boolean }) => {
      const folder = dataDir ?? terminal.env['ORCHARD_DATA_DIR'] ?? './data';
      const findings = await examine(folder, doors, terminal, new Date());
      const paint = paintFor(terminal);
      for (const finding of findings) {
        const { what, state, says, fix } = finding;
        if (json) terminal.out(`${JSON.stringify(finding)}\n`);
        else {
          const colour = { good: paint.good, bad: paint.bad, note: paint.faint }[state];
          terminal.out(`${colour(MARKS[state])} ${what}: ${says}${fix ? `\n    → ${fix}` : ''}\n`);
        }
      }
      exit(findings.some(({ state }) => state === 'bad') ? EXIT.failed : EXIT.ok);
    });
}
