import { Command, Option } from 'commander';
import { START } from '../../../commands/eventStore.js';
import { exportLog } from '../../../commands/export/exportLog.js';
import { ENCODINGS, type Encoding, type ExportAsked } from '../../../commands/export/manifest.js';
import { recordExport } from '../../../commands/export/recordExport.js';
import { SHOP_ID } from '../../../domain/kernel/ids.js';
import type { Doors, OpenedLog } from '../doors.js';
import { EXIT, type ExitCode, UsageError } from '../exitCode.js';
import { progressOf } from '../print/progress.js';
import type { Terminal } from '../terminal.js';
import { type LogOptions, withLog, withLogOptions } from '../verify/withLog.js';
import { exportJson, exportWords } from './exportWords.js';
import { rangeEnd } from './rangeEnd.js';

interface Options extends LogOptions {
  readonly format: Encoding;
  readonly out: string;
  readonly from?: string;
  readonly to?: string;
  readonly after?: string;
  readonly shop?: string;
  readonly zone: string;
  readonly record: boolean;
}

const HELP = `
Examples:
  $ orchard export --format parquet --out export-november --from 2026-11-01 --to 2026-12-01
  $ orchard export --format csv --out export-all
  $ orchard export --format ndjson --out next --after 182733       on from where the last one ended

Exit codes: 0 all of it is there · 1 not yet, or it could not be done · 2 usage`;

/** Whom the log names as the one who took files away. */
const CLI_ACTOR = { principal: 'cli', role: 'analyst' } as const;

export function exportCommand(doors: Doors, terminal: Terminal, exit: (code: ExitCode) => void): Command {
  const command = new Command('export')
    .summary('write the log as files for analysts')
    .description(
      'Writes what others may read of the log, and flat tables of quotes and orders, as files by shop and day, with a ' +
        'manifest of what they hold. Interrupted or killed, it goes on when run again; the manifest comes last.',
    )
    .addOption(new Option('--format <format>', 'of the files').choices(ENCODINGS).makeOptionMandatory())
    .requiredOption('--out <folder>', 'a folder of its own')
    .option('--from <day>', 'recorded that day or later; or an instant in UTC')
    .option('--to <day>', 'recorded before that day; or an instant in UTC')
    .option('--after <position>', 'only what comes after this position of the log: misses nothing')
    .option('--shop <id>', 'only this shop')
    .option('--zone <name>', 'whose days the files are divided by', 'Asia/Shanghai')
    .option('--no-record', 'do not write to the log that this was exported (a log under audit)')
    .addHelpText('after', HELP);
  return withLogOptions(command).action(async (options: Options) => {
    const started = terminal.clock();
    const { outcome, recorded } = await withLog(options, doors, terminal, async (log) => {
      const asked = askedBy(options, doors, log);
      await refuseBeforeTheLog(asked, log);
      const outcome = await exportedWithProgress(asked, options.out, log, doors, terminal);
      if (!outcome.whole || !options.record) return { outcome, recorded: null };
      return { outcome, recorded: await recordExport(log, CLI_ACTOR, outcome.manifest, outcome.sha256) };
    });
    const millis = Math.round(terminal.clock() - started);
    const { out, json } = options;
    terminal.out(
      json
        ? `${JSON.stringify(exportJson(outcome, out, recorded, millis))}\n`
        : exportWords(outcome, out, recorded, millis),
    );
    if (outcome.whole) warnOfUnknown(outcome.manifest.log.unknown, terminal);
    exit(outcome.whole ? EXIT.ok : EXIT.failed);
  });
}

function askedBy({ format, from, to, after = START, shop, zone }: Options, doors: Doors, log: OpenedLog): ExportAsked {
  if (!doors.isZone(zone)) throw new UsageError(`"${zone}" is no time zone: such as Asia/Shanghai.`);
  if (shop !== undefined && !SHOP_ID.test(shop)) throw new UsageError(`"${shop}" is no id of a shop.`);
  if (!/^(0|[1-9]\d{0,19})$/.test(after)) throw new UsageError(`--after takes a position of the log, not "${after}".`);
  const end = (option: 'from' | 'to', text: string | undefined) =>
    rangeEnd(option, text, zone, log.machine.localTimeIn);
  const range = { from: end('from', from), to: end('to', to) };
  if (range.from !== null && range.to !== null && range.from >= range.to) {
    throw new UsageError(`--to (${range.to}) is not after --from (${range.from}).`);
  }
  return { encoding: format, zone, ...range, after, shop: shop ?? null };
}

async function refuseBeforeTheLog({ to }: ExportAsked, { store }: OpenedLog): Promise<void> {
  const [first] = await store.readAll(START, 1);
  if (!first) throw new UsageError('The log is empty: there is nothing to export.');
  if (to !== null && to <= first.recordedAt) {
    throw new UsageError(
      `--to (${to}) is before the first event of the log, of ${first.recordedAt}: name a later one.`,
    );
  }
}

async function exportedWithProgress(asked: ExportAsked, out: string, log: OpenedLog, doors: Doors, terminal: Terminal) {
  const interrupt = terminal.interrupt();
  const progress = progressOf('exporting the log', terminal);
  try {
    return await exportLog({ ...log, target: doors.exportTo(out) }, asked, {
      signal: interrupt.signal,
      onProgress: (reached, through) => progress.reached(Number(reached), Number(through)),
    });
  } finally {
    progress.end();
    interrupt.forget();
  }
}

function warnOfUnknown(unknown: Readonly<Record<string, number>>, terminal: Terminal): void {
  const leftOut = Object.entries(unknown).map(([type, count]) => `${count} of ${type}`);
  if (leftOut.length === 0) return;
  terminal.err(
    `Events of types or versions that this Orchard does not know were left out: ${leftOut.join(', ')}. ` +
      'The version that wrote them exports them too.\n',
  );
}
