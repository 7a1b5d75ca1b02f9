import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import type { StoredEvent } from '../../../commands/eventStore.js';
import type { CarriedProof } from '../../../commands/proof/carriedProof.js';
import { eventsOfQuote } from '../../../commands/proof/eventsOfQuote.js';
import { NotProvable, proveEvents } from '../../../commands/proof/proveEvents.js';
import { LOCAL_ID, SHOP_ID } from '../../../domain/kernel/ids.js';
import type { Doors, OpenedLog } from '../doors.js';
import { EXIT, type ExitCode, UsageError } from '../exitCode.js';
import type { Terminal } from '../terminal.js';
import { type LogOptions, withLog, withLogOptions } from '../verify/withLog.js';

interface Options extends LogOptions {
  readonly out: string;
  readonly shop: string;
}

const HELP = `
Examples:
  $ orchard prove quote 0f8c2c1e4a7d5a21b0c3a5e2f7d91c44 --out proof.json
  $ orchard prove event 182733 182734 --out proof.json
  $ node orchard-verifier.mjs proof proof.json --public-key seal-key.pub.pem

Exit codes: 0 the proof is written · 1 it cannot be proved · 2 usage`;

/** Proofs that others can verify without this log. */
export function proveCommand(doors: Doors, terminal: Terminal, exit: (code: ExitCode) => void): Command {
  const command = new Command('prove')
    .summary('write a proof that others can verify without this log')
    .description(
      'Writes events of a sealed log into one file, each with the proof that it is in the log: with a quote, all that ' +
        'its price was reckoned from. Whoever holds the public key of the seals verifies it with orchard-verifier.mjs.',
    )
    .argument('<what>', 'quote or event')
    .argument('<ids...>', 'ids of quotes, or positions of events')
    .requiredOption('--out <file>', 'a new file')
    .option('--shop <id>', 'the shop of the quotes', 'demo')
    .addHelpText('after', HELP);
  return withLogOptions(command).action(async (what: string, ids: readonly string[], options: Options) => {
    refuseWhatCannotBe(what, ids, options);
    const proof = await withLog(options, doors, terminal, (log) =>
      what === 'quote' ? proveQuotes(log, options.shop, ids) : proveAt(log, ids),
    );
    writeFileSync(`${options.out}.draft`, `${JSON.stringify(proof)}\n`);
    renameSync(`${options.out}.draft`, options.out);
    const { quotes, events, checkpoint } = proof;
    const proved = { out: options.out, quotes: quotes.length, events: events.length, sealed: checkpoint.count };
    terminal.out(
      options.json
        ? `${JSON.stringify(proved)}\n`
        : `proved   ${quotes.length} quotes, ${events.length} events, by the checkpoint of ${checkpoint.count} events, in ${options.out}\n`,
    );
    exit(EXIT.ok);
  });
}

function refuseWhatCannotBe(what: string, ids: readonly string[], { out, shop }: Options): void {
  if (what !== 'quote' && what !== 'event') throw new UsageError(`"${what}" is neither quote nor event.`);
  const wrong = ids.find((id) => !(what === 'quote' ? LOCAL_ID : /^[1-9]\d{0,19}$/).test(id));
  if (wrong !== undefined) {
    throw new UsageError(`"${wrong}" is no ${what === 'quote' ? 'id of a quote' : 'position of the log'}.`);
  }
  if (!SHOP_ID.test(shop)) throw new UsageError(`"${shop}" is no id of a shop.`);
  if (existsSync(out)) throw new UsageError(`${out} is there already: name a new file with --out.`);
}

async function proveQuotes(log: OpenedLog, shop: string, ids: readonly string[]): Promise<CarriedProof> {
  const events: StoredEvent[] = [];
  for (const id of ids) events.push(...(await eventsOfQuote(log.store, shop, id)));
  const quotes = [...new Set(ids)].map((quote) => ({ shop, quote }));
  return proveEvents({ ...log, book: log.proofs.book }, events, quotes);
}

async function proveAt(log: OpenedLog, positions: readonly string[]): Promise<CarriedProof> {
  const events: StoredEvent[] = [];
  for (const position of positions) {
    const [event] = await log.store.readAll(String(BigInt(position) - 1n), 1);
    if (event?.position !== position) throw new NotProvable(`There is no event at position ${position}.`);
    events.push(event);
  }
  return proveEvents({ ...log, book: log.proofs.book }, events);
}
