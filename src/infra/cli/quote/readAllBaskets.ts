import { csvBaskets } from '../baskets/csvBaskets.js';
import { itemBaskets } from '../baskets/itemBaskets.js';
import { jsonBaskets } from '../baskets/jsonBaskets.js';
import type { BasketsRead } from '../baskets/namedBasket.js';
import { readText } from '../readText.js';
import type { Goods } from '../shops/trialCatalogue.js';
import type { QuoteOptions } from './quoteFiles.js';

/** Every basket of every file named, in order. @throws UsageError for a file that cannot be read. */
export function readAllBaskets({ files, baskets }: QuoteOptions, goods: ReadonlyMap<string, Goods>): BasketsRead {
  const read = files.map((file) => {
    const text = readText(file);
    return looksLikeJson(file, text) ? jsonBaskets(file, text) : csvBaskets(file, text);
  });
  if (baskets !== undefined) read.push(itemBaskets(baskets, readText(baskets), goods));
  return { baskets: read.flatMap((one) => one.baskets), faults: read.flatMap((one) => one.faults) };
}

function looksLikeJson(file: string, text: string): boolean {
  return /\.(nd)?jsonl?$/i.test(file) || /^\s*[[{]/.test(text);
}
