import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { whyNot } from '../backtest/backtestCommand.js';
import { backtested } from '../backtest/backtested.js';
import { orderRangeOf } from '../backtest/orderRange.js';
import { testedPromotions } from '../backtest/testedPromotions.js';
import { type ReachOptions, reachedShop } from '../client/reachedShop.js';
import { withReachOptions } from '../client/reachOptions.js';
import type { Doors } from '../doors.js';
import { EXIT, type ExitCode, UsageError } from '../exitCode.js';
import type { Terminal } from '../terminal.js';
import { gridCsv, gridTable } from './gridTable.js';
import { variationOf } from './variation.js';

interface Options extends ReachOptions {
  readonly vary: readonly string[];
  readonly orders?: string;
  readonly last?: string;
  readonly without?: string;
  readonly csv?: string;
  readonly language: string;
  readonly json: boolean;
}

const HELP = `
Tries a promotion with other numbers on past orders: what customers did is held fixed. Values are in the units of the
terms: fen, grams, pieces, basis points. Two --vary make every combination, at most 100.

Examples:
  $ orchard what-if spend_80_15 --vary /benefit/ladder/0/from=8000..20000/2000 --vary /benefit/ladder/0/amountOff=1000..5000/1000
  $ orchard what-if draft.json --vary /benefit/percentOffBp=500,1000,1500 --last 1000 --csv grid.csv --language zh

Exit codes: 0 done · 1 refused, cancelled or failed · 2 usage`;

export function whatIfCommand(doors: Doors, terminal: Terminal, exit: (code: ExitCode) => void): Command {
  const command = new Command('what-if')
    .summary('what other numbers of a promotion would have cost and reached')
    .description('Prices past orders with a promotion and every combination of values.')
    .argument('<draft>', 'the id of a promotion, or a file that ends in .json with {"promotion", "terms"}')
    .option(
      '--vary <pointer=values>',
      'a number of the terms and its values; once or twice',
      (one, all: string[]) => [...all, one],
      [] as string[],
    )
    .option('--orders <since..until>', 'orders placed in this range (default: all)')
    .option('--last <n>', 'only the last so many of them')
    .option('--without <ids>', 'promotions left out, separated by commas')
    .option('--csv <file>', 'write the table as CSV that Excel opens')
    .option('--language <language>', 'zh or en', 'en');
  return withReachOptions(command)
    .addHelpText('after', HELP)
    .action(async (draft: string, options: Options) => {
      const { language, csv } = options;
      const grid = options.vary.map(variationOf);
      if (grid.length < 1 || grid.length > 2) throw new UsageError('Give --vary once or twice.');
      if (language !== 'zh' && language !== 'en') throw new UsageError('--language is zh or en.');
      const tested = testedPromotions(draft, options.without);
      const orders = orderRangeOf(options.orders, options.last);
      const shop = await reachedShop(options, doors, terminal);
      try {
        const job = await backtested(shop.client, terminal, { ...tested, grid }, orders);
        const { report, assumed } = job;
        if (report && csv !== undefined) writeWhole(csv, gridCsv(report.grid, report.orders, grid, language));
        if (options.json) terminal.out(`${JSON.stringify(job)}\n`);
        else if (!report) terminal.err(`orchard: ${whyNot(job)}\n`);
        else {
          const notes = assumed.map((one) => `* ${one[language]}\n`).join('');
          terminal.out(`${gridTable(report.grid, report.orders, grid, language)}\n${notes}`);
        }
        exit(report ? EXIT.ok : EXIT.failed);
      } finally {
        await shop.close();
      }
    });
}

/** All of it or nothing: a name that stands is a file that is whole. @throws UsageError */
function writeWhole(file: string, text: string): void {
  const beside = `${file}.partial`;
  try {
    writeFileSync(beside, text);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new UsageError(`${file} cannot be written: ${(error as Error).message}`);
  }
}
