import { Command } from 'commander';
import { type AsOfOption, asOfIn, withAsOf } from '../client/asOfOption.js';
import { answerOf, type OrchardClient } from '../client/orchardClient.js';
import { type ReachOptions, reachedShop } from '../client/reachedShop.js';
import { withReachOptions } from '../client/reachOptions.js';
import type { Doors } from '../doors.js';
import { EXIT, type ExitCode, UsageError } from '../exitCode.js';
import { paintFor } from '../print/paint.js';
import type { Terminal } from '../terminal.js';

interface Options extends ReachOptions, AsOfOption {
  readonly language: string;
  readonly json: boolean;
}

type Page = Awaited<ReturnType<typeof pageOf>>;
type Query = { readonly limit: number; readonly cursor?: string; readonly 'as-of'?: string };

const KINDS = ['promotion', 'product', 'customer', 'order', 'allowance', 'policies'] as const;
type Kind = (typeof KINDS)[number];

const HELP = `
Examples:
  $ orchard history promotion spend_100_20
  $ orchard history product fuji_apple --language zh
  $ orchard history policies --json
  $ orchard history order o_4711 --as-of 2026-11-11T00:00:00+08:00

Exit codes: 0 done · 1 there is none · 2 usage`;

export function historyCommand(doors: Doors, terminal: Terminal, exit: (code: ExitCode) => void): Command {
  const command = new Command('history')
    .summary('who changed something, when, from what to what, and why')
    .description('Tells the history of one thing from its events, oldest first.')
    .argument('<kind>', KINDS.join(', '))
    .argument('[id]', 'its id; policies have none')
    .option('--language <language>', 'zh or en', 'en');
  return withReachOptions(withAsOf(command))
    .addHelpText('after', HELP)
    .action(async (kind: string, id: string | undefined, options: Options) => {
      const asked = checked(kind, id, options);
      const shop = await reachedShop(options, doors, terminal);
      try {
        for (let cursor: string | undefined; ; ) {
          const query = { limit: 200, ...asOfIn(options), ...(cursor !== undefined && { cursor }) };
          const { items, next } = await pageOf(shop.client, asked, id ?? '', query);
          for (const chapter of items) terminal.out(`${line(chapter, options, terminal)}\n`);
          if (next === null) break;
          cursor = next;
        }
        exit(EXIT.ok);
      } finally {
        await shop.close();
      }
    });
}

function checked(kind: string, id: string | undefined, { language }: Options): Kind {
  const known = KINDS.find((one) => one === kind);
  if (!known) throw new UsageError(`"${kind}" is none of ${KINDS.join(', ')}.`);
  if (known !== 'policies' && id === undefined) throw new UsageError(`Give the id: orchard history ${kind} ID.`);
  if (language !== 'zh' && language !== 'en') throw new UsageError('--language is zh or en.');
  return known;
}

function pageOf(client: OrchardClient, kind: Kind, id: string, query: Query) {
  const params = { path: { id }, query };
  switch (kind) {
    case 'promotion':
      return answerOf(client.GET('/v1/promotions/{id}/history', { params }));
    case 'product':
      return answerOf(client.GET('/v1/products/{sku}/history', { params: { path: { sku: id }, query } }));
    case 'customer':
      return answerOf(client.GET('/v1/customers/{id}/history', { params }));
    case 'order':
      return answerOf(client.GET('/v1/orders/{id}/history', { params }));
    case 'allowance':
      return answerOf(client.GET('/v1/allowances/{id}/timeline', { params }));
    case 'policies':
      return answerOf(client.GET('/v1/shop/policies/history', { params: { query } }));
  }
}

function line(chapter: Page['items'][number], { language, json }: Options, terminal: Terminal): string {
  if (json) return JSON.stringify(chapter);
  return `${paintFor(terminal).faint(chapter.at)}  ${chapter.sentence[language as 'zh' | 'en']}`;
}
