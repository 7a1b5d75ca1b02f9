import { Command } from 'commander';
import type { Doors } from '../doors.js';
import { EXIT, type ExitCode } from '../exitCode.js';
import { table } from '../print/table.js';
import { askServer } from '../server/askServer.js';
import { serverUrl } from '../server/serverUrl.js';
import type { Terminal } from '../terminal.js';
import { ORDER_VERBS, type OrderOptions, orderRequest } from './orderRequest.js';

interface Options extends OrderOptions {
  readonly url?: string;
  readonly token?: string;
  readonly dataDir?: string;
  readonly json: boolean;
}

type Shown = Readonly<Record<string, unknown>>;

const HELP = `
Orders are taken by a server: the one at --url, or the one that holds the data folder.

Examples:
  $ orchard orders list --status placed
  $ orchard orders place --quote q_1 --customer c_gold_1 --key today-1
  $ orchard orders pay order_1 --payment pay_1 --amount 4340
  $ orchard orders cancel order_1 --reason 不要了

Exit codes: 0 done · 1 refused · 2 usage`;

export function ordersCommand(doors: Doors, terminal: Terminal, exit: (code: ExitCode) => void): Command {
  return new Command('orders')
    .summary('list, place, pay, cancel and change orders')
    .description('Asks a server about its orders.')
    .argument('<what>', ORDER_VERBS.join(', '))
    .argument('[id]', 'the order')
    .option('--quote <id>', 'the quote whose price is promised')
    .option('--customer <id>', 'whose order it is, or only those of this customer')
    .option('--order <id>', 'the id of a new order (default: made from the key, or new)')
    .option('--status <status>', 'only those of this status')
    .option('--payment <id>', 'the id of the payment')
    .option('--amount <fen>', 'what was paid; another amount than due is refused')
    .option('--reason <text>', 'why it is cancelled')
    .option('--key <key>', 'idempotency key: sent again it is done once')
    .option('--url <url>', 'the server')
    .option('--token <token>', 'who asks (default: ORCHARD_TOKEN)')
    .option('--data-dir <folder>', 'the data folder the server holds (default: ORCHARD_DATA_DIR or ./data)')
    .option('--json', 'print what the server answers', false)
    .addHelpText('after', HELP)
    .action(async (what: string, id: string | undefined, options: Options) => {
      const request = orderRequest(what, id, options);
      const token = options.token ?? terminal.env['ORCHARD_TOKEN'];
      const { ok, answer } = await askServer(serverUrl(options, doors, terminal), token, request);
      if (options.json) terminal.out(`${JSON.stringify(answer)}\n`);
      else if (ok) terminal.out(`${ordersTable((answer['items'] as Shown[] | undefined) ?? [answer])}\n`);
      else terminal.err(`orchard: ${String(answer['code'])}: ${String(answer['detail'])}\n`);
      exit(ok ? EXIT.ok : EXIT.failed);
    });
}

function ordersTable(orders: readonly Shown[]): string {
  const columns = [
    { title: 'order' },
    { title: 'status' },
    { title: 'customer' },
    { title: 'pay (fen)', align: 'right' },
    { title: 'refunded', align: 'right' },
    { title: 'deadline' },
  ] as const;
  const rows = orders.map(({ id, status, customer, pay, refunded, deadline }) =>
    [id, status, customer ?? '–', pay, refunded, deadline].map(String),
  );
  return table(columns, rows);
}
