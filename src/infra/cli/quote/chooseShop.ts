import { writeCatalogue } from '../../../commands/catalogue/writeCatalogue.js';
import type { Doors } from '../doors.js';
import { UsageError } from '../exitCode.js';
import { readText } from '../readText.js';
import { openedShop } from '../shops/openedShop.js';
import type { PricingShop } from '../shops/pricingShop.js';
import { serverShop } from '../shops/serverShop.js';
import { type Goods, trialCatalogue } from '../shops/trialCatalogue.js';
import type { Terminal } from '../terminal.js';
import type { QuoteOptions } from './quoteFiles.js';

interface ChosenShop {
  readonly shop: PricingShop;
  /** What the items of a list are, by name; only a catalogue says. */
  readonly goods: ReadonlyMap<string, Goods>;
}

const NO_GOODS: ReadonlyMap<string, Goods> = new Map();

/** Decides where prices come from: a catalogue in memory, a server, or the data folder. @throws UsageError */
export async function chooseShop(options: QuoteOptions, doors: Doors, terminal: Terminal): Promise<ChosenShop> {
  refuseWhatCannotBe(options);
  const { catalogue, url, token = terminal.env['ORCHARD_TOKEN'] } = options;
  if (catalogue !== undefined) return trialShop(catalogue, options, doors);
  if (url !== undefined) return { shop: serverShop(url, token), goods: NO_GOODS };
  return { shop: await folderShop(options, doors, terminal, token), goods: NO_GOODS };
}

function refuseWhatCannotBe({ files, baskets, catalogue, url, record }: QuoteOptions): void {
  if (files.length === 0 && baskets === undefined) {
    throw new UsageError('Name a file with baskets, such as: orchard quote examples/basket.json');
  }
  if (baskets !== undefined && catalogue === undefined) {
    throw new UsageError(
      'Lists of item names need a catalogue that says what they are: ' +
        `orchard quote --baskets ${baskets} --catalogue examples/groceries-catalogue.json`,
    );
  }
  if (catalogue !== undefined && (url !== undefined || record)) {
    throw new UsageError('--catalogue prices in memory and forgets: leave out --url and --record.');
  }
}

async function trialShop(file: string, { shop }: QuoteOptions, doors: Doors): Promise<ChosenShop> {
  const orchard = await doors.openInMemory();
  try {
    const { catalogue, goods } = trialCatalogue(file, readText(file), orchard.terms);
    const actor = { principal: 'cli', role: 'operator' } as const;
    const position = await writeCatalogue(orchard.deps, orchard.terms, catalogue, { shop, actor });
    await orchard.deps.view.reached(position);
    return { shop: openedShop(orchard, shop, file, false), goods };
  } catch (error) {
    await orchard.close();
    throw error;
  }
}

async function folderShop(
  { dataDir, shop, record }: QuoteOptions,
  doors: Doors,
  terminal: Terminal,
  token: string | undefined,
): Promise<PricingShop> {
  const folder = dataDir ?? terminal.env['ORCHARD_DATA_DIR'] ?? './data';
  const holder = doors.holderOf(folder);
  if (holder?.url) {
    terminal.err(`${folder} is held by the server at ${holder.url}: asking it; it records each quote.\n`);
    return serverShop(holder.url, token);
  }
  if (!holder && !doors.hasLog(folder, terminal)) {
    throw new UsageError(
      `There is no Orchard in ${folder}: start one with "npm start", name another --data-dir, or use --catalogue FILE.`,
    );
  }
  return openedShop(await doors.openFolder(folder, terminal), shop, folder, record);
}
