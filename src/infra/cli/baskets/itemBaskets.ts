import type { RequestedLine } from '../../../domain/quote/request.js';
import type { Goods } from '../shops/trialCatalogue.js';
import type { BasketFault, BasketsRead, NamedBasket } from './namedBasket.js';
import { nearestName } from './nearestName.js';

/** Reads lists of item names, one basket a line, items separated by commas: one piece of each, or its usual weight. */
export function itemBaskets(file: string, text: string, goods: ReadonlyMap<string, Goods>): BasketsRead {
  const baskets: NamedBasket[] = [];
  const faults: BasketFault[] = [];
  text
    .replace(/^\ufeff/, '')
    .split('\n')
    .forEach((row, at) => {
      const names = row.split(',').map((name) => name.trim());
      if (names.every((name) => name === '')) return;
      const place = `${file}:${at + 1}`;
      const unknown = names.filter((name) => !goods.has(name));
      if (unknown.length > 0) {
        faults.push(...unknown.map((name) => ({ place, message: notSold(name, goods.keys()) })));
        return;
      }
      const lines = names.map((name, index) => lineOf(String(index + 1), goods.get(name)!));
      baskets.push({ name: String(at + 1), place, request: { lines } });
    });
  return { baskets, faults };
}

function lineOf(id: string, { sku, grams }: Goods): RequestedLine {
  return grams === undefined ? { id, sku, quantity: 1 } : { id, sku, grams };
}

function notSold(name: string, names: Iterable<string>): string {
  if (name === '') return 'an item has no name: remove the comma too many';
  const like = nearestName(name, names);
  return `the catalogue sells no "${name}"${like === undefined ? '' : `: did you mean "${like}"?`}`;
}
