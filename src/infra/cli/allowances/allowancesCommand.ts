import { Command } from 'commander';
import type { Doors } from '../doors.js';
import { EXIT, type ExitCode } from '../exitCode.js';
import { table } from '../print/table.js';
import { askServer } from '../server/askServer.js';
import { serverUrl } from '../server/serverUrl.js';
import type { Terminal } from '../terminal.js';
import { ALLOWANCE_VERBS, type AllowanceOptions, allowanceRequest } from './allowanceRequest.js';

interface Options extends AllowanceOptions {
  readonly url?: string;
  readonly token?: string;
  readonly dataDir?: string;
  readonly json: boolean;
}

type Shown = Readonly<Record<string, unknown>>;

const HELP = `
Allowances are what there is only so much of: flash-sale stock, uses, budgets. A server knows them: the one at --url, or
the one that holds the data folder.

Examples:
  $ orchard allowances list --promotion half_price
  $ orchard allowances show half_price.stock --customer c_gold_1
  $ orchard allowances history half_price.budget --json

Exit codes: 0 done · 1 refused · 2 usage`;

export function allowancesCommand(doors: Doors, terminal: Terminal, exit: (code: ExitCode) => void): Command {
  return new Command('allowances')
    .summary('what is held, confirmed and left of what is limited')
    .description('Asks a server about its allowances.')
    .argument('<what>', ALLOWANCE_VERBS.join(', '))
    .argument('[id]', 'the allowance')
    .option('--promotion <id>', 'only those of this promotion')
    .option('--unit <unit>', 'only those that count uses, money or stock')
    .option('--customer <id>', 'say also what this customer has of it')
    .option('--at <instant>', 'the history as of then')
    .option('--url <url>', 'the server')
    .option('--token <token>', 'who asks (default: ORCHARD_TOKEN)')
    .option('--data-dir <folder>', 'the data folder the server holds (default: ORCHARD_DATA_DIR or ./data)')
    .option('--json', 'print what the server answers', false)
    .addHelpText('after', HELP)
    .action(async (what: string, id: string | undefined, options: Options) => {
      const request = allowanceRequest(what, id, options);
      const token = options.token ?? terminal.env['ORCHARD_TOKEN'];
      const { ok, answer } = await askServer(serverUrl(options, doors, terminal), token, request);
      if (options.json) terminal.out(`${JSON.stringify(answer)}\n`);
      else if (ok) terminal.out(`${what === 'history' ? hours(answer) : allowances(answer)}\n`);
      else terminal.err(`orchard: ${String(answer['code'])}: ${String(answer['detail'])}\n`);
      exit(ok ? EXIT.ok : EXIT.failed);
    });
}

function allowances(answer: Shown): string {
  const columns = [
    { title: 'allowance' },
    { title: 'unit' },
    { title: 'total', align: 'right' },
    { title: 'held', align: 'right' },
    { title: 'confirmed', align: 'right' },
    { title: 'left', align: 'right' },
  ] as const;
  const rows = ((answer['items'] as Shown[] | undefined) ?? [answer]).map(
    ({ id, unit, total, held, confirmed, remaining }) => [id, unit, total ?? '–', held, confirmed, remaining ?? '–'],
  );
  return [
    table(
      columns,
      rows.map((row) => row.map(String)),
    ),
    ...ofCustomer(answer['use']),
  ].join('\n');
}

function ofCustomer(use: unknown): string[] {
  if (use === undefined) return [];
  const { customer, taken, remaining, holds } = use as Shown;
  const may = remaining === null ? '' : `, may take ${remaining} more`;
  const open = (holds as Shown[]).map(({ hold, amount, until }) => `  holds ${amount} as ${hold} until ${until}`);
  return [`${customer} has taken ${taken}${may}`, ...open];
}

function hours({ points, projectedEnd, soldOut }: Shown): string {
  const columns = [
    { title: 'hour' },
    { title: 'total', align: 'right' },
    { title: 'held', align: 'right' },
    { title: 'confirmed', align: 'right' },
  ] as const;
  const rows = (points as Shown[]).map(({ hour, total, held, confirmed }) =>
    [hour, total ?? '–', held, confirmed].map(String),
  );
  const times = (soldOut as Shown[]).map(({ from, until }) => `sold out from ${from} ${until ? `to ${until}` : 'on'}`);
  return [table(columns, rows), `used up: ${projectedEnd ?? 'not in sight'}`, ...times].join('\n');
}
