import { Command } from 'commander';
import { CSV_COLUMNS } from '../baskets/csvBaskets.js';
import type { Doors } from '../doors.js';
import { EXIT, type ExitCode } from '../exitCode.js';
import type { Terminal } from '../terminal.js';
import { type QuoteOptions, quoteFiles } from './quoteFiles.js';

const HELP = `
Files hold baskets as JSON (one, an array, or one a line) or as CSV with a header:
  ${CSV_COLUMNS.join(',')}
  Lines with the same basket make one; grams also reads 1.5kg and 3斤; coupons are separated by |.
  --baskets reads lists of item names, a basket a line, named by the catalogue's products.

Prices come from the data folder, or from the server that holds it; from --url; or from --catalogue alone.
Nothing is recorded without --record, except that a server records every quote it gives.

Examples:
  $ orchard quote examples/basket.json
  $ orchard quote baskets.csv --json > prices.ndjson
  $ orchard quote examples/basket.json --url http://127.0.0.1:3000
  $ orchard quote --baskets examples/baskets.csv --catalogue examples/groceries-catalogue.json

Exit codes: 0 all priced · 1 a basket could not be priced, or no price could be had · 2 usage`;

export function quoteCommand(doors: Doors, terminal: Terminal, exit: (code: ExitCode) => void): Command {
  return new Command('quote')
    .summary('price baskets out of files')
    .description('Prices one basket or ten thousand, and says which promotions applied and which did not, and why.')
    .argument('[files...]', 'baskets as JSON or CSV; - reads standard input')
    .option('--baskets <file>', 'lists of item names, one basket a line (needs --catalogue)')
    .option('--catalogue <file>', 'price with the products and promotions of this file, in memory')
    .option('--data-dir <folder>', 'the data folder (default: ORCHARD_DATA_DIR or ./data)')
    .option('--shop <id>', 'the shop whose prices to use', 'demo')
    .option('--url <url>', 'ask a running server; it records each quote')
    .option('--token <token>', 'of a caller the server knows (default: ORCHARD_TOKEN)')
    .option('--record', 'give quotes that are kept, not previews', false)
    .option('--json', 'a JSON line for each basket, the sums last', false)
    .addHelpText('after', HELP)
    .action(async (files: string[], options: Omit<QuoteOptions, 'files'>) => {
      const allPriced = await quoteFiles({ ...options, files }, doors, terminal);
      exit(allPriced ? EXIT.ok : EXIT.failed);
    });
}
