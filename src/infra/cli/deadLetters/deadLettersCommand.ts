import { Command } from 'commander';
import type { DeadLetter, Doors, LetterChoice } from '../doors.js';
import { EXIT, type ExitCode, UsageError } from '../exitCode.js';
import { table } from '../print/table.js';
import type { Terminal } from '../terminal.js';

const ACTS = { list: 'listed', replay: 'sent again', drop: 'dropped' } as const;
type Act = keyof typeof ACTS;

const COLUMNS = [
  { title: 'queue' },
  { title: 'message' },
  { title: 'bytes', align: 'right' },
  { title: 'why' },
] as const;

interface Options {
  readonly queue?: string;
  readonly message?: string;
  readonly limit: string;
  readonly all: boolean;
}

export function deadLettersCommand(doors: Doors, terminal: Terminal, exit: (code: ExitCode) => void): Command {
  return new Command('dead-letters')
    .summary('look at messages nobody could take')
    .description(
      'Messages that could not be read were put aside with a reason; their events were read from the log instead. ' +
        'Look at them, send them again to where they waited, or drop them.',
    )
    .argument('<act>', `one of ${Object.keys(ACTS).join(', ')}`)
    .option('--queue <name>', 'only those that waited in this queue')
    .option('--message <id>', 'only those with this message id')
    .option('--limit <number>', 'at most so many, the oldest first', '1000')
    .option('--all', 'replay or drop without naming a queue or message', false)
    .addHelpText(
      'after',
      `
RabbitMQ is found by ORCHARD_BUS=rabbitmq, ORCHARD_RABBITMQ_URL and ORCHARD_RABBITMQ_PREFIX.

Examples:
  $ orchard dead-letters list
  $ orchard dead-letters replay --queue orchard.projection.orders
  $ orchard dead-letters drop --all

Exit codes: 0 done · 1 not possible · 2 usage`,
    )
    .action(async (word: string, options: Options) => {
      const act = actOf(word, options);
      const letters = doors.openDeadLetters(terminal);
      try {
        const done = await letters[act](choiceOf(options));
        terminal.out(`${report(act, done)}\n`);
      } finally {
        await letters.close();
      }
      exit(EXIT.ok);
    });
}

function actOf(word: string, { queue, message, all }: Options): Act {
  if (!Object.hasOwn(ACTS, word)) {
    throw new UsageError(`There is no "${word}" for dead letters: type ${Object.keys(ACTS).join(', ')}.`);
  }
  if (word !== 'list' && !all && queue === undefined && message === undefined) {
    throw new UsageError(`Say which to ${word}: --queue, --message or --all.`);
  }
  return word as Act;
}

function choiceOf({ queue, message, limit }: Options): LetterChoice {
  if (!/^[1-9]\d{0,5}$/.test(limit)) throw new UsageError('--limit takes a number from 1 to 999999.');
  return {
    limit: Number(limit),
    ...(queue !== undefined && { queue }),
    ...(message !== undefined && { messageId: message }),
  };
}

function report(act: Act, letters: readonly DeadLetter[]): string {
  const count = `${letters.length === 1 ? '1 dead letter' : `${letters.length} dead letters`} ${ACTS[act]}`;
  if (letters.length === 0) return count;
  const rows = letters.map(({ queue, messageId, bytes, reason }) =>
    [queue, messageId ?? '-', String(bytes), reason].map(printable),
  );
  return `${table(COLUMNS, rows)}\n\n${count}`;
}

// Anybody who reaches the bus wrote them: nothing of it may steer a terminal.
function printable(text: string): string {
  return text.replaceAll(/\p{C}/gu, '?');
}
