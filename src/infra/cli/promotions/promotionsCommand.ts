import { Command } from 'commander';
import { type AsOfOption, asOfIn, withAsOf } from '../client/asOfOption.js';
import { answerOf } from '../client/orchardClient.js';
import { type ReachedShop, type ReachOptions, reachedShop } from '../client/reachedShop.js';
import { withReachOptions } from '../client/reachOptions.js';
import type { Doors } from '../doors.js';
import { EXIT, type ExitCode, UsageError } from '../exitCode.js';
import type { Terminal } from '../terminal.js';
import { promotionsTable, shownPromotion } from './promotionWords.js';
import { worstCase } from './worstCase.js';

const VERBS = ['list', 'show', 'publish', 'pause', 'resume', 'end', 'stop'] as const;
type Verb = (typeof VERBS)[number];
const STATUSES = ['draft', 'published', 'paused', 'ended', 'stopped'] as const;
type Status = (typeof STATUSES)[number];

interface Options extends ReachOptions, AsOfOption {
  readonly effectiveAt?: string;
  readonly status?: string;
  readonly kind?: string;
  readonly reason?: string;
  readonly json: boolean;
}

const HELP = `
Examples:
  $ orchard promotions list --status draft
  $ orchard promotions show spend_100_20
  $ orchard promotions publish citrus_day        what it would have cost on the last 1000 orders, before it is published
  $ orchard promotions list --as-of 2026-11-11T00:00:00+08:00     what was known then
  $ orchard promotions publish citrus_day --reason 橙子到港
  $ orchard promotions stop citrus_day --reason 标错价     an emergency: quotes with it are void

To write new ones down: orchard import promotions.csv. Their history: orchard history promotion ID.

Exit codes: 0 done · 1 refused · 2 usage`;

export function promotionsCommand(doors: Doors, terminal: Terminal, exit: (code: ExitCode) => void): Command {
  const command = new Command('promotions')
    .summary('list, show, publish, pause, resume, end and stop promotions')
    .description('Looks at promotions and takes them through their lives.')
    .argument('<what>', VERBS.join(', '))
    .argument('[id]', 'the promotion')
    .option('--status <status>', `only those of this status: ${STATUSES.join(', ')}`)
    .option('--kind <kind>', 'only those of this kind, such as spend-threshold')
    .option('--reason <text>', 'why; publish, end and stop need one')
    .option('--effective-at <instant>', 'list and show: what is true then, by all that is known (as of --as-of)');
  return withReachOptions(withAsOf(command))
    .addHelpText('after', HELP)
    .action(async (what: string, id: string | undefined, options: Options) => {
      const verb = checkedVerb(what, id, options);
      const shop = await reachedShop(options, doors, terminal);
      try {
        if (verb === 'publish' && options.reason === undefined) {
          terminal.err(`${await worstCase(shop.client, terminal, id!)}\n`);
          throw reasonMissing(verb, id!);
        }
        const out = verb === 'list' ? await listed(shop, options) : await told(shop, verb, id!, options);
        terminal.out(`${out}\n`);
        exit(EXIT.ok);
      } finally {
        await shop.close();
      }
    });
}

function checkedVerb(what: string, id: string | undefined, options: Options): Verb {
  const { reason, status, asOf, effectiveAt } = options;
  const verb = VERBS.find((one) => one === what);
  if (!verb) throw new UsageError(`"${what}" is none of ${VERBS.join(', ')}.`);
  if (verb !== 'list' && verb !== 'show' && (asOf ?? effectiveAt) !== undefined)
    throw new UsageError(`The past cannot be changed: --as-of and --effective-at are for list and show, not ${verb}.`);
  if (verb !== 'list' && id === undefined) throw new UsageError(`Give the id: orchard promotions ${verb} ID.`);
  if (['end', 'stop'].includes(verb) && reason === undefined) throw reasonMissing(verb, id!);
  if (status !== undefined && !STATUSES.includes(status as Status)) {
    throw new UsageError(`--status is one of ${STATUSES.join(', ')}.`);
  }
  return verb;
}

function reasonMissing(verb: Verb, id: string): UsageError {
  return new UsageError(`Auditors want to know why: orchard promotions ${verb} ${id} --reason TEXT.`);
}

async function listed({ client }: ReachedShop, options: Options): Promise<string> {
  const { status, kind, json } = options;
  const promotions: Parameters<typeof promotionsTable>[0][number][] = [];
  for (let cursor: string | undefined; ; ) {
    const query = {
      limit: 200,
      ...pastIn(options),
      ...(cursor !== undefined && { cursor }),
      ...(status !== undefined && { status: status as Status }),
      ...(kind !== undefined && { kind }),
    };
    const { items, next } = await answerOf(client.GET('/v1/promotions', { params: { query } }));
    promotions.push(...items);
    if (next === null) break;
    cursor = next;
  }
  return json ? promotions.map((one) => JSON.stringify(one)).join('\n') : promotionsTable(promotions);
}

function pastIn(options: Options) {
  const { effectiveAt } = options;
  return { ...asOfIn(options), ...(effectiveAt !== undefined && { 'effective-at': effectiveAt }) };
}

async function told(
  { client }: ReachedShop,
  verb: Exclude<Verb, 'list'>,
  id: string,
  options: Options,
): Promise<string> {
  const path = { params: { path: { id } } };
  if (verb === 'show') {
    const promotion = await answerOf(
      client.GET('/v1/promotions/{id}', { params: { path: { id }, query: pastIn(options) } }),
    );
    return options.json ? JSON.stringify(promotion) : shownPromotion(promotion);
  }
  const needed = { ...path, body: { reason: options.reason ?? '' } };
  const optional = { ...path, body: options.reason === undefined ? {} : { reason: options.reason } };
  const changed = await answerOf(
    {
      publish: () => client.POST('/v1/promotions/{id}/publish', needed),
      pause: () => client.POST('/v1/promotions/{id}/pause', optional),
      resume: () => client.POST('/v1/promotions/{id}/resume', optional),
      end: () => client.POST('/v1/promotions/{id}/end', needed),
      stop: () => client.POST('/v1/promotions/{id}/emergency-stop', needed),
    }[verb](),
  );
  if (options.json) return JSON.stringify(changed);
  return `${id} is ${changed.status}${changed.changed ? '' : ', as it was'} (position ${changed.position}).`;
}
