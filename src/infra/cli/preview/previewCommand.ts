import { Command } from 'commander';
import { formatYuan } from '../../../domain/kernel/money.js';
import { type AsOfOption, withAsOf } from '../client/asOfOption.js';
import type { components } from '../client/orchardApi.js';
import { answerOf } from '../client/orchardClient.js';
import { type ReachOptions, reachedShop } from '../client/reachedShop.js';
import { withReachOptions } from '../client/reachOptions.js';
import type { Doors } from '../doors.js';
import { EXIT, type ExitCode, UsageError } from '../exitCode.js';
import { paintFor } from '../print/paint.js';
import { readText } from '../readText.js';
import type { Terminal } from '../terminal.js';

interface Options extends ReachOptions, AsOfOption {
  readonly at?: string;
  readonly with?: string;
  readonly without?: string;
  readonly drafts: boolean;
  readonly trace: boolean;
  readonly json: boolean;
}

type Variant = components['schemas']['previewed-variant'];

const HELP = `
Two prices side by side: the shop as it is, and with what --with, --drafts and --without change.
The file holds a basket as for "orchard quote", or a whole preview as POST /v1/previews takes it.

Examples:
  $ orchard preview examples/basket.json --at 2026-12-24T20:00:00+08:00
  $ orchard preview examples/basket.json --as-of 2026-11-11T00:00:00+08:00     what it cost then
  $ orchard preview examples/basket.json --with citrus_day --without spend_100_20
  $ orchard preview examples/basket.json --drafts --trace

Exit codes: 0 priced · 1 it cannot be · 2 usage`;

export function previewCommand(doors: Doors, terminal: Terminal, exit: (code: ExitCode) => void): Command {
  const command = new Command('preview')
    .summary('what a basket would cost then, or with other promotions')
    .description('Prices a basket at any instant, with drafts, or two ways side by side. Nothing is recorded.')
    .argument('<file>', 'a basket as JSON; - reads standard input')
    .option('--at <instant>', 'any instant, past or to come (default: now, or that of --as-of)')
    .option('--with <ids>', 'drafts and paused promotions as if in force, separated by commas')
    .option('--drafts', 'every draft as if in force', false)
    .option('--without <ids>', 'promotions left out, separated by commas')
    .option('--trace', 'print every step with running prices', false);
  return withReachOptions(withAsOf(command))
    .addHelpText('after', HELP)
    .action(async (file: string, options: Options) => {
      const body = requestOf(file, options);
      const shop = await reachedShop(options, doors, terminal);
      try {
        const preview = await answerOf(shop.client.POST('/v1/previews', { body: body as never }));
        if (options.json) terminal.out(`${JSON.stringify(preview)}\n`);
        else terminal.out(`${preview.variants.map((one) => inWords(one, terminal)).join('\n\n')}\n`);
        if (!options.json && preview.difference)
          terminal.out(`\nthe second less the first: ${signed(preview.difference.pay)}\n`);
        exit(EXIT.ok);
      } finally {
        await shop.close();
      }
    });
}

function requestOf(file: string, { asOf, at, with: added, drafts, without, trace }: Options): object {
  const variant = {
    name: 'otherwise',
    ...(drafts && { with: true }),
    ...(added !== undefined && { with: added.split(',') }),
    ...(without !== undefined && { without: without.split(',') }),
  };
  const changes = Object.keys(variant).length > 1;
  return {
    ...basketIn(file),
    ...(asOf !== undefined && { asOf }),
    ...(at !== undefined && { at }),
    ...(trace && { explain: 'trace' }),
    ...(changes && { variants: [{ name: 'as it is' }, variant] }),
  };
}

function basketIn(file: string): object {
  try {
    const value = JSON.parse(readText(file)) as unknown;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${file} is no JSON: ${(error as Error).message}`);
  }
  throw new UsageError(`${file} must hold one basket: {"lines":[…]}.`);
}

function inWords(
  { name, list, discount, delivery, pay, applied, refused, trace = [] }: Variant,
  terminal: Terminal,
): string {
  const paint = paintFor(terminal);
  return [
    paint.strong(name),
    ...trace.map(
      ({ offer, goods, delivery: left }) => `  → ${offer}: goods ${formatYuan(goods)}, delivery ${formatYuan(left)}`,
    ),
    ...applied.map((one) => `  ✓ ${one.name}: ${one.sentence.en}`),
    ...refused.map((one) => paint.faint(`  · ${one.name}: ${one.sentence.en}`)),
    `  list ${formatYuan(list)} - ${formatYuan(discount)} + delivery ${formatYuan(delivery)} = to pay ${formatYuan(pay)}`,
  ].join('\n');
}

function signed(fen: number): string {
  return `${fen < 0 ? '-' : '+'}${formatYuan(Math.abs(fen))}`;
}
