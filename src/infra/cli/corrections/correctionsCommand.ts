import { Command } from 'commander';
import { answerOf, type OrchardClient } from '../client/orchardClient.js';
import { type ReachOptions, reachedShop } from '../client/reachedShop.js';
import { withReachOptions } from '../client/reachOptions.js';
import type { Doors } from '../doors.js';
import { EXIT, type ExitCode, UsageError } from '../exitCode.js';
import type { Terminal } from '../terminal.js';
import { type CorrectedQuote, correctionLine, FORMATS, type Format, headLine } from './correctionLines.js';

interface Options extends ReachOptions {
  readonly since?: string;
  readonly promotion?: string;
  readonly sku?: string;
  readonly format: Format;
  readonly reason?: string;
  readonly json: boolean;
}

const HELP = `
A back-dated price, floor, tier, policy or promotion changes no quote that was given. This says what it would have changed.

Examples:
  $ orchard corrections --since 2026-11-01T00:00:00+08:00
  $ orchard corrections --since 2026-11-01T00:00:00+08:00 --sku fuji_apple --format csv > corrections.csv
  $ orchard corrections compensate --since 2026-11-01T00:00:00+08:00 --reason 价格录错

Compensating pays back, for each paid order that cost more than it should have, what was not paid back yet: twice is once.

Exit codes: 0 done · 1 some could not be · 2 usage`;

export function correctionsCommand(doors: Doors, terminal: Terminal, exit: (code: ExitCode) => void): Command {
  const command = new Command('corrections')
    .summary('quotes and orders that back-dated facts would have priced otherwise')
    .description('Lists what back-dated facts would have changed, and pays back what orders cost too much.')
    .argument('[what]', 'compensate; default: list')
    .option('--since <instant>', 'facts recorded then or later')
    .option('--promotion <id>', 'only what was said of this promotion')
    .option('--sku <sku>', 'only what was said of this product')
    .option('--format <format>', FORMATS.join(', '), 'text')
    .option('--reason <text>', 'why, for the auditors; compensate needs one');
  return withReachOptions(command)
    .addHelpText('after', HELP)
    .action(async (what: string | undefined, asked: Options) => {
      const options = checked(what, asked);
      const shop = await reachedShop(options, doors, terminal);
      try {
        const done = what === 'compensate' ? compensated : listed;
        exit(await done(shop.client, options, terminal));
      } finally {
        await shop.close();
      }
    });
}

type Checked = Options & { readonly since: string };

function checked(what: string | undefined, options: Options): Checked {
  const { since, reason, format, json } = options;
  if (what !== undefined && what !== 'compensate') throw new UsageError(`"${what}" is not compensate.`);
  if (since === undefined) throw new UsageError('Say from when the facts are: --since 2026-11-01T00:00:00+08:00.');
  if (!FORMATS.includes(format)) throw new UsageError(`--format is one of ${FORMATS.join(', ')}.`);
  if (what === 'compensate' && reason === undefined)
    throw new UsageError('Auditors want to know why: orchard corrections compensate --reason TEXT.');
  return { ...options, since, format: json ? 'ndjson' : format };
}

async function listed(client: OrchardClient, options: Checked, terminal: Terminal): Promise<ExitCode> {
  terminal.out(headLine(options.format));
  for await (const one of corrected(client, options)) terminal.out(correctionLine(one, options.format));
  return EXIT.ok;
}

async function compensated(client: OrchardClient, options: Checked, terminal: Terminal): Promise<ExitCode> {
  const { reason = '' } = options;
  let [orders, fen, failed] = [0, 0, 0];
  for await (const { order } of corrected(client, options)) {
    if (!order || order.toCompensate === 0) continue;
    try {
      const path = { params: { path: { id: order.id } }, body: { reason } };
      const { compensated: sum } = await answerOf(client.POST('/v1/orders/{id}/compensate', path));
      orders++;
      fen += sum - order.compensated;
    } catch (error) {
      failed++;
      terminal.err(`order ${order.id}: ${(error as Error).message}\n`);
    }
  }
  const summary = { orders, fen, failed };
  terminal.out(
    options.format === 'ndjson'
      ? `${JSON.stringify(summary)}\n`
      : `${orders} orders compensated with ${fen} fen${failed > 0 ? `; ${failed} could not be, see above` : ''}.\n`,
  );
  return failed > 0 ? EXIT.failed : EXIT.ok;
}

async function* corrected(client: OrchardClient, { since, promotion, sku }: Checked): AsyncGenerator<CorrectedQuote> {
  const only = { ...(promotion !== undefined && { promotion }), ...(sku !== undefined && { sku }) };
  for (let cursor: string | undefined; ; ) {
    const query = { since, limit: 200, ...only, ...(cursor !== undefined && { cursor }) };
    const { items, next } = await answerOf(client.GET('/v1/corrections', { params: { query } }));
    yield* items;
    if (next === null) return;
    cursor = next;
  }
}
