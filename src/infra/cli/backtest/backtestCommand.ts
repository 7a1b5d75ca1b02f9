import { Command } from 'commander';
import { type ReachOptions, reachedShop } from '../client/reachedShop.js';
import { withReachOptions } from '../client/reachOptions.js';
import type { Doors } from '../doors.js';
import { EXIT, type ExitCode, UsageError } from '../exitCode.js';
import type { Terminal } from '../terminal.js';
import { type Backtest, backtested } from './backtested.js';
import { orderRangeOf } from './orderRange.js';
import { reportWords } from './reportWords.js';
import { testedPromotions } from './testedPromotions.js';

interface Options extends ReachOptions {
  readonly orders?: string;
  readonly last?: string;
  readonly without?: string;
  readonly language: string;
  readonly json: boolean;
}

const HELP = `
What a draft, other terms or fewer promotions would have made of past orders: what customers did is held fixed.
Days are those of China; the second day or instant is not included.

Examples:
  $ orchard backtest citrus_day --orders 2026-11-01..2026-11-22
  $ orchard backtest draft.json --without spend_100_20 --last 1000
  $ orchard backtest --without spend_100_20 --orders 2026-11-01.. --language zh

Exit codes: 0 done · 1 refused, cancelled or failed · 2 usage`;

export function backtestCommand(doors: Doors, terminal: Terminal, exit: (code: ExitCode) => void): Command {
  const command = new Command('backtest')
    .summary('what a draft would have cost on past orders')
    .description(
      'Prices past orders again with a draft, other terms, or without promotions. Only that it ran is recorded.',
    )
    .argument('[draft]', 'the id of a promotion, or a file that ends in .json with {"promotion", "terms"}')
    .option('--orders <since..until>', 'those placed in this range (default: all)')
    .option('--last <n>', 'only the last so many of them')
    .option('--without <ids>', 'promotions left out, separated by commas')
    .option('--language <language>', 'zh or en', 'en');
  return withReachOptions(command)
    .addHelpText('after', HELP)
    .action(async (draft: string | undefined, options: Options) => {
      const tested = testedPromotions(draft, options.without);
      const orders = orderRangeOf(options.orders, options.last);
      if (options.language !== 'zh' && options.language !== 'en') throw new UsageError('--language is zh or en.');
      const shop = await reachedShop(options, doors, terminal);
      try {
        const job = await backtested(shop.client, terminal, tested, orders);
        if (options.json) terminal.out(`${JSON.stringify(job)}\n`);
        else if (job.report) terminal.out(`${reportWords(job, job.report, options.language)}\n`);
        else terminal.err(`orchard: ${whyNot(job)}\n`);
        exit(job.report ? EXIT.ok : EXIT.failed);
      } finally {
        await shop.close();
      }
    });
}

/** Why there is no report. */
export function whyNot({ status, fault }: Backtest): string {
  return status === 'cancelled' ? 'cancelled: nothing was recorded.' : `the backtest failed: ${fault}`;
}
