import { Command, InvalidArgumentError } from 'commander';
import type { paths } from '../client/orchardApi.js';
import { answerOf } from '../client/orchardClient.js';
import { type ReachOptions, reachedShop } from '../client/reachedShop.js';
import { withReachOptions } from '../client/reachOptions.js';
import type { Doors } from '../doors.js';
import { EXIT, type ExitCode } from '../exitCode.js';
import { table } from '../print/table.js';
import type { Terminal } from '../terminal.js';

type Query = paths['/v1/search']['get']['parameters']['query'];
type Filters = Pick<Query, 'type' | 'kind' | 'status' | 'category'>;

interface Options extends ReachOptions, Filters {
  readonly limit: number;
  readonly json: boolean;
}

const HELP = `
Chinese is found anywhere in a name, other words from where they begin; all words must be found.

Examples:
  $ orchard search 苹果
  $ orchard search 红富 --type product --status listed
  $ orchard search spend_1 --type promotion

Exit codes: 0 found · 1 nothing found, or refused · 2 usage`;

export function searchCommand(doors: Doors, terminal: Terminal, exit: (code: ExitCode) => void): Command {
  const command = new Command('search')
    .summary('find products and promotions')
    .description('Finds products and promotions by name, id, category and tag.')
    .argument('<words...>', 'what to find')
    .option('--type <type>', 'only these: product or promotion')
    .option('--kind <kind>', 'only promotions of this kind, such as spend-threshold')
    .option('--status <status>', 'draft, published, paused, ended or stopped; listed or delisted')
    .option('--category <category>', 'only products in this category, and promotions for it')
    .option('--limit <n>', 'at most so many, from 1 to 200', wholeNumber, 20);
  return withReachOptions(command)
    .addHelpText('after', HELP)
    .action(async (words: readonly string[], { type, kind, status, category, limit, json, ...reach }: Options) => {
      const shop = await reachedShop(reach, doors, terminal);
      try {
        const given = Object.entries({ type, kind, status, category }).filter(([, value]) => value !== undefined);
        const query = { q: words.join(' '), limit, ...(Object.fromEntries(given) as Filters) };
        const { items, next } = await answerOf(shop.client.GET('/v1/search', { params: { query } }));
        if (json) for (const item of items) terminal.out(`${JSON.stringify(item)}\n`);
        else if (items.length > 0) {
          const columns = ['type', 'id', 'status', 'kind', 'name'].map((title) => ({ title }));
          const rows = items.map(({ type, id, status, kind, name }) => [type, id, status, kind ?? '–', name]);
          terminal.out(
            `${table(columns, rows)}\n${next === null ? '' : `More than ${limit}: say more words, or --limit.\n`}`,
          );
        }
        if (items.length === 0) terminal.err(`orchard: nothing is found by ${query.q}.\n`);
        exit(items.length > 0 ? EXIT.ok : EXIT.failed);
      } finally {
        await shop.close();
      }
    });
}

function wholeNumber(text: string): number {
  if (/^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 200) return Number(text);
  throw new InvalidArgumentError('It is a whole number from 1 to 200.');
}
