import { Command } from 'commander';
import { verifyQuote } from '../../../commands/quote/verifyQuote.js';
import { LOCAL_ID, SHOP_ID } from '../../../domain/kernel/ids.js';
import type { Doors } from '../doors.js';
import { EXIT, type ExitCode, UsageError } from '../exitCode.js';
import type { Terminal } from '../terminal.js';
import { verdictWords } from './verdictWords.js';
import { type LogOptions, withLog, withLogOptions } from './withLog.js';

export function verifyQuoteCommand(doors: Doors, terminal: Terminal, exit: (code: ExitCode) => void): Command {
  const command = new Command('quote')
    .summary('price a recorded quote again')
    .description('Prices a recorded quote again from the log alone: equal to the byte, or the first step that differs.')
    .argument('<id>', 'the quote')
    .option('--shop <id>', 'its shop', 'demo');
  return withLogOptions(command).action(async (id: string, options: LogOptions & { readonly shop: string }) => {
    if (!LOCAL_ID.test(id)) throw new UsageError(`"${id}" is no id of a quote: letters, digits, _ and dots.`);
    if (!SHOP_ID.test(options.shop)) throw new UsageError(`"${options.shop}" is no id of a shop.`);
    const verdict = await withLog(options, doors, terminal, (log) => verifyQuote(log, options.shop, id));
    terminal.out(`${options.json ? JSON.stringify(verdict) : verdictWords(verdict)}\n`);
    exit(verdict.verdict === 'equal' ? EXIT.ok : EXIT.failed);
  });
}
