import { Command, InvalidArgumentError } from 'commander';
import type { components } from '../client/orchardApi.js';
import { answerOf } from '../client/orchardClient.js';
import { type ReachedShop, type ReachOptions, reachedShop } from '../client/reachedShop.js';
import { withReachOptions } from '../client/reachOptions.js';
import type { Doors } from '../doors.js';
import { EXIT, type ExitCode, UsageError } from '../exitCode.js';
import { table } from '../print/table.js';
import type { Terminal } from '../terminal.js';

type Row = components['schemas']['analytics-row'];

const BY = ['promotion', 'sku', 'tier', 'channel'] as const;
const PER = ['day', 'hour'] as const;
const SUMS = ['quotes', 'placed', 'paid', 'cancelled', 'list', 'discount', 'pay', 'pieces', 'grams'] as const;

interface Options extends ReachOptions {
  readonly by: string;
  readonly per: string;
  readonly from?: string;
  readonly to?: string;
  readonly json: boolean;
}

const HELP = `
Amounts are fen, of orders when they were placed. Days and hours are those of the shop; --to is the day after the last.
It follows the log within a second. As CSV for Excel: GET /v1/analytics with Accept: text/csv.

Examples:
  $ orchard analytics --by promotion --from 2026-11-01
  $ orchard analytics --by sku --per hour --from 2026-11-11 --to 2026-11-12

Exit codes: 0 done · 1 refused · 2 usage`;

export function analyticsCommand(doors: Doors, terminal: Terminal, exit: (code: ExitCode) => void): Command {
  const command = new Command('analytics')
    .summary('what was quoted, ordered and given, an hour or a day')
    .description('Counts and sums of quotes and orders by promotion, SKU, tier or channel.')
    .option('--by <what>', BY.join(', '), 'promotion')
    .option('--per <time>', PER.join(' or '), 'day')
    .option('--from <day>', 'the first day, such as 2026-11-01', aDay)
    .option('--to <day>', 'the day after the last', aDay);
  return withReachOptions(command)
    .addHelpText('after', HELP)
    .action(async (options: Options) => {
      const by = oneOf(BY, '--by', options.by);
      const per = oneOf(PER, '--per', options.per);
      const shop = await reachedShop(options, doors, terminal);
      try {
        const rows = await rowsOf(shop, { by, per, ...days(options) });
        if (options.json) for (const row of rows) terminal.out(`${JSON.stringify(row)}\n`);
        else if (rows.length === 0) terminal.out('Nothing was quoted or ordered then.\n');
        else terminal.out(`${rowsTable(by, rows)}\n`);
        exit(EXIT.ok);
      } finally {
        await shop.close();
      }
    });
}

interface Query {
  readonly by: (typeof BY)[number];
  readonly per: (typeof PER)[number];
  readonly from?: string;
  readonly to?: string;
}

async function rowsOf({ client }: ReachedShop, query: Query): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = { ...query, limit: 10_000, ...(cursor !== undefined && { cursor }) };
    // Asked as JSON; the description knows CSV too.
    const answer = await answerOf(client.GET('/v1/analytics', { params: { query: page } }));
    const { items, next } = answer as { items: Row[]; next: string | null };
    rows.push(...items);
    if (next === null) return rows;
    cursor = next;
  }
}

function rowsTable(by: string, rows: readonly Row[]): string {
  const columns = [{ title: 'period' }, { title: by }, ...SUMS.map((title) => ({ title, align: 'right' as const }))];
  return table(
    columns,
    rows.map((row) => [row.period, row.subject ?? '–', ...SUMS.map((one) => String(row[one]))]),
  );
}

function days({ from, to }: Options): Pick<Query, 'from' | 'to'> {
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

function oneOf<T extends string>(known: readonly T[], option: string, given: string): T {
  const found = known.find((one) => one === given);
  if (found) return found;
  throw new UsageError(`${option} is one of ${known.join(', ')}, not "${given}".`);
}

function aDay(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  throw new InvalidArgumentError('It is a day such as 2026-11-22.');
}
