import { Command } from 'commander';
import { copyLog, type LogCopied } from '../../../commands/logCopy/copyLog.js';
import type { Doors } from '../doors.js';
import { EXIT, type ExitCode, UsageError } from '../exitCode.js';
import { progressOf } from '../print/progress.js';
import { perSecond } from '../quote/perSecond.js';
import type { Terminal } from '../terminal.js';

interface Options {
  readonly from: string;
  readonly to: string;
  readonly json: boolean;
}

export function copyLogCommand(doors: Doors, terminal: Terminal, exit: (code: ExitCode) => void): Command {
  return new Command('copy')
    .summary('copy a log to another store, and compare the two')
    .description(
      'Copies every event, in order, from one log to another of any kind, then reads both again and compares them. ' +
        'A log is a data folder or a URL (postgres://, esdb://). Interrupted or killed, it goes on when run again.',
    )
    .requiredOption('--from <log>', 'the log to copy: nobody should write to it meanwhile')
    .requiredOption('--to <log>', 'an empty log, or one that an earlier run began')
    .option('--json', 'the outcome as a JSON line', false)
    .action(async ({ from, to, json }: Options) => {
      if (from === to) throw new UsageError('--from and --to are the same log.');
      if (!isUrl(from) && !doors.hasLog(from, { ...terminal, env: {} }))
        throw new UsageError(`There is no Orchard in ${from}: name another folder for --from.`);
      const started = terminal.clock();
      const copied = await copyBetween(from, to, doors, terminal);
      const millis = Math.round(terminal.clock() - started);
      terminal.out(json ? `${JSON.stringify({ ...copied, millis })}\n` : words(copied, millis));
      exit(copied.whole ? EXIT.ok : EXIT.failed);
    });
}

async function copyBetween(from: string, to: string, doors: Doors, terminal: Terminal): Promise<LogCopied> {
  const source = await doors.openLogAt(from);
  try {
    const target = await doors.openLogAt(to);
    try {
      return await copyWithProgress(source, target, terminal);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

type LogAt = Awaited<ReturnType<Doors['openLogAt']>>;

async function copyWithProgress(from: LogAt, to: LogAt, terminal: Terminal): Promise<LogCopied> {
  const interrupt = terminal.interrupt();
  let now: { readonly doing: string; readonly bar: ReturnType<typeof progressOf> } | undefined;
  try {
    return await copyLog(from.store, to.store, {
      signal: interrupt.signal,
      onProgress: (doing, done, total) => {
        if (now?.doing !== doing) {
          now?.bar.end();
          now = { doing, bar: progressOf(`${doing} events`, terminal) };
        }
        now.bar.reached(done, total);
      },
    });
  } finally {
    now?.bar.end();
    interrupt.forget();
  }
}

function words({ already, copied, verified, samePositions, whole }: LogCopied, millis: number): string {
  const done = `copied   ${copied} events in ${millis} ms (${perSecond(copied, millis)}/s)`;
  const before = already === 0 ? '' : `, after ${already} that were there`;
  if (!whole) return `${done}${before}\nSTOPPED  run it again: it goes on where it was\n`;
  const seals = samePositions
    ? 'OK       every position is the same: checkpoints of the one log hold for the other (copy its proofs folder too)'
    : 'OK       positions are the new store\'s own: seal it anew with "orchard verify log --seal"';
  return `${done}${before}\nverified ${verified} events: both logs hold the same\n${seals}\n`;
}

function isUrl(place: string): boolean {
  return place.includes('://');
}
