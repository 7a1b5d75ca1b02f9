import { Command } from 'commander';
import { type QuotesVerified, verifyQuotes } from '../../../commands/quote/verifyQuotes.js';
import { SHOP_ID } from '../../../domain/kernel/ids.js';
import { isInstant } from '../../../domain/kernel/instant.js';
import type { Doors } from '../doors.js';
import { EXIT, type ExitCode, UsageError } from '../exitCode.js';
import { progressOf } from '../print/progress.js';
import { perSecond } from '../quote/perSecond.js';
import type { Terminal } from '../terminal.js';
import { verdictWords } from './verdictWords.js';
import { type LogOptions, withLog, withLogOptions } from './withLog.js';

interface Options extends LogOptions {
  readonly since?: string;
  readonly shop?: string;
}

export function verifyQuotesCommand(doors: Doors, terminal: Terminal, exit: (code: ExitCode) => void): Command {
  const command = new Command('quotes')
    .summary('price every recorded quote again')
    .description('Prices all recorded quotes again from the log alone and names those that do not come out the same.')
    .option('--since <instant>', 'only those recorded then or later, such as 2026-11-01T00:00:00.000Z')
    .option('--shop <id>', 'only those of this shop');
  return withLogOptions(command).action(async (options: Options) => {
    refuseWhatCannotBe(options);
    const started = terminal.clock();
    const verified = await withLog(options, doors, terminal, async (log) => {
      const { since, shop, json } = options;
      const interrupt = terminal.interrupt();
      const progress = progressOf('verifying quotes', terminal);
      try {
        return await verifyQuotes(log, {
          ...(since !== undefined && { since }),
          ...(shop !== undefined && { shop }),
          signal: interrupt.signal,
          onVerdict: (verdict) => {
            if (json) terminal.out(`${JSON.stringify(verdict)}\n`);
            else if (verdict.verdict !== 'equal') terminal.out(`${verdictWords(verdict)}\n`);
          },
          onProgress: (position, head) => progress.reached(Number(position), Number(head)),
        });
      } finally {
        progress.end();
        interrupt.forget();
      }
    });
    const millis = Math.round(terminal.clock() - started);
    report(verified, millis, options, terminal);
    exit(verified.whole && verified.equal === verified.quotes ? EXIT.ok : EXIT.failed);
  });
}

function refuseWhatCannotBe({ since, shop }: Options): void {
  if (since !== undefined && !isInstant(since)) {
    throw new UsageError(`--since takes an instant in UTC such as 2026-11-01T00:00:00.000Z, not "${since}".`);
  }
  if (shop !== undefined && !SHOP_ID.test(shop)) throw new UsageError(`"${shop}" is no id of a shop.`);
}

function report(verified: QuotesVerified, millis: number, { since, json }: Options, terminal: Terminal): void {
  const rate = perSecond(verified.quotes, millis);
  const passedOver = Object.entries(verified.unknown).map(([type, count]) => `${count} of ${type}`);
  if (passedOver.length > 0) {
    terminal.err(
      `Events of types or versions that this Orchard does not know were passed over: ${passedOver.join(', ')}. ` +
        'If they may be quotes, run the version that wrote them.\n',
    );
  }
  if (json) {
    terminal.out(`${JSON.stringify({ summary: { ...verified, millis, perSecond: rate } })}\n`);
    return;
  }
  const { quotes, equal, different, unpriceable, events, position, whole } = verified;
  const from = since === undefined ? '' : ` since ${since}`;
  terminal.out(
    `${quotes} quotes${from}: ${equal} equal, ${different} different, ${unpriceable} could not be priced ` +
      `(${events} events, to position ${position}, ${millis} ms, ${rate} quotes/s)` +
      `${whole ? '' : '; INTERRUPTED: the rest was not verified'}\n`,
  );
}
