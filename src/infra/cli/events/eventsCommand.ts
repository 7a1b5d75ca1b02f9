import { Command } from 'commander';
import type { operations } from '../client/orchardApi.js';
import { answerOf, type OrchardClient } from '../client/orchardClient.js';
import { type ReachOptions, reachedShop } from '../client/reachedShop.js';
import { withReachOptions } from '../client/reachOptions.js';
import type { Doors } from '../doors.js';
import { EXIT, type ExitCode, UsageError } from '../exitCode.js';
import { paintFor } from '../print/paint.js';
import type { Terminal } from '../terminal.js';

interface Options extends ReachOptions {
  readonly after: string;
  readonly type?: string;
  readonly subject?: string;
  readonly since?: string;
  readonly until?: string;
  readonly follow: boolean;
  readonly json: boolean;
}

type Page = operations['getEvents']['responses'][200]['content']['application/json'];

const PAGE = 1_000;
const WAIT_SECONDS = 30;

const HELP = `
Each event carries its position: to go on later, give the last one you have as --after.
Types and their schemas: GET /schemas of a server, or docs/events.md.

Examples:
  $ orchard events --type orchard.promotion-published.v1,orchard.promotion-ended.v1
  $ orchard events --subject promotion/spend_100_20
  $ orchard events --follow --json | your-program

Exit codes: 0 done, or stopped by Ctrl-C · 1 could not be read · 2 usage`;

export function eventsCommand(doors: Doors, terminal: Terminal, exit: (code: ExitCode) => void): Command {
  const command = new Command('events')
    .summary('read what happened, and follow what happens')
    .description('Prints published events in order, from any position on; --json prints CloudEvents, one a line.')
    .option('--after <position>', 'the position of the last event you have', '0')
    .option('--type <types>', 'only these types, separated by commas')
    .option('--subject <subject>', 'only what is about this, such as promotion/ID')
    .option('--since <instant>', 'only what was recorded at this instant or later')
    .option('--until <instant>', 'only what was recorded before this instant')
    .option('--follow', 'go on with what happens, until Ctrl-C', false);
  return withReachOptions(command)
    .addHelpText('after', HELP)
    .action(async (options: Options) => {
      if (!/^\d{1,15}$/.test(options.after)) throw new UsageError('--after is a position, such as 42.');
      const shop = await reachedShop(options, doors, terminal);
      const interrupt = terminal.interrupt();
      try {
        await printed(shop.client, options, interrupt.signal, terminal);
        exit(EXIT.ok);
      } finally {
        interrupt.forget();
        await shop.close();
      }
    });
}

async function printed(
  client: OrchardClient,
  options: Options,
  signal: AbortSignal,
  terminal: Terminal,
): Promise<void> {
  const { after, type, subject, since, until, follow } = options;
  for (let position = after; !signal.aborted; ) {
    const query = {
      after: position,
      limit: PAGE,
      ...(type !== undefined && { type }),
      ...(subject !== undefined && { subject }),
      ...(since !== undefined && { since }),
      ...(until !== undefined && { until }),
      ...(follow && { wait: WAIT_SECONDS }),
    };
    const read = answerOf(client.GET('/v1/events', { params: { query }, signal }));
    const page = await read.catch((error: unknown) => {
      if (signal.aborted) return undefined;
      throw error;
    });
    if (!page) return;
    const { events, next } = page as Page;
    for (const event of events) terminal.out(`${options.json ? JSON.stringify(event) : inWords(event, terminal)}\n`);
    if (!follow && next === position) return;
    position = next;
  }
}

function inWords(
  { time, position, type, subject, actor, data }: { readonly [name: string]: unknown },
  terminal: Terminal,
): string {
  const paint = paintFor(terminal);
  const name = String(type).replace(/^orchard\.|\.v\d+$/g, '');
  return `${paint.faint(`${String(position).padStart(6)} ${String(time)}`)}  ${paint.strong(name)} ${String(subject)} by ${String(actor)} ${paint.faint(JSON.stringify(data))}`;
}
