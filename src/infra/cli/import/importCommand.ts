import { Command } from 'commander';
import type { Doors } from '../doors.js';
import { EXIT, type ExitCode, UsageError } from '../exitCode.js';
import { readText } from '../readText.js';
import type { Terminal } from '../terminal.js';
import { chooseTarget } from './chooseTarget.js';
import { csvRows } from './csvRows.js';
import { importRows } from './importRows.js';
import { ndjsonRows } from './ndjsonRows.js';
import { reportImport } from './reportImport.js';
import type { WrittenFile } from './writtenRow.js';

export interface ImportOptions {
  readonly dataDir?: string;
  readonly shop: string;
  readonly url?: string;
  readonly token?: string;
  readonly partial: boolean;
  readonly json: boolean;
}

const HELP = `
A file holds products, customers or promotions, one a row: CSV with a header, or NDJSON (.ndjson, .jsonl).
  products    sku,name,soldBy,unitPrice,originalPrice,floorPrice,categories,tags,effectiveFrom
  customers   customer,tier,effectiveFrom
  promotions  promotion,publish,name,kind,scope.skus,benefit.percentOffBp,… any path of the terms; publish is
              the reason for putting it in force, and empty for a draft
Money is whole fen; a column that ends in Yuan (unitPriceYuan) is read as yuan. Lists are separated by |.

Nothing is imported unless every row is good; with --partial the good ones are, and the others are written to
FILE.rest.csv beside it, each with what is wrong: mend it and import that. Importing again changes nothing.
Through a server, products and customers are checked and written before promotions are checked.

Examples:
  $ orchard import examples/import/products.csv examples/import/promotions.csv
  $ orchard import customers.ndjson --partial
  $ orchard import products.csv --url http://127.0.0.1:3000

Exit codes: 0 all imported · 1 some or all were not · 2 usage`;

export function importCommand(doors: Doors, terminal: Terminal, exit: (code: ExitCode) => void): Command {
  return new Command('import')
    .summary('take products, customers and promotions in from files')
    .description('Makes a shop what files say, by the ordinary commands: all rows or, with --partial, the good ones.')
    .argument('<files...>', 'CSV or NDJSON')
    .option('--partial', 'import what is good, and write the rest to a file to be mended', false)
    .option('--data-dir <folder>', 'the data folder (default: ORCHARD_DATA_DIR or ./data)')
    .option('--shop <id>', 'the shop to import into', 'demo')
    .option('--url <url>', 'import through a running server')
    .option('--token <token>', 'of a caller the server knows (default: ORCHARD_TOKEN)')
    .option('--json', 'a JSON line for each fault, the counts last', false)
    .addHelpText('after', HELP)
    .action(async (names: string[], options: ImportOptions) => {
      const files = names.map(readRows);
      const target = await chooseTarget(options, doors, terminal);
      const interrupt = terminal.interrupt();
      try {
        const { partial, json } = options;
        const imported = await importRows(files, target, { partial, signal: interrupt.signal }, terminal);
        exit(reportImport(files, imported, target, { partial, json }, terminal) ? EXIT.ok : EXIT.failed);
      } finally {
        interrupt.forget();
        await target.close();
      }
    });
}

function readRows(file: string): WrittenFile {
  if (/\.csv$/i.test(file)) return csvRows(file, readText(file));
  if (/\.(ndjson|jsonl)$/i.test(file)) return ndjsonRows(file, readText(file));
  throw new UsageError(`${file}: the name must end in .csv, .ndjson or .jsonl, to say how to read it.`);
}
