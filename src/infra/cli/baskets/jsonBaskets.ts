import { checkBasket } from './checkBasket.js';
import type { BasketFault, BasketsRead, NamedBasket } from './namedBasket.js';

/** Something JSON, and the line it begins on. */
interface Written {
  readonly value: unknown;
  readonly line: number;
  readonly name: string;
}

/** Reads one basket, an array of baskets, or one basket a line (NDJSON). A `basket` field names it. */
export function jsonBaskets(file: string, text: string): BasketsRead {
  const baskets: NamedBasket[] = [];
  const faults: BasketFault[] = [];
  for (const written of whole(text) ?? eachLine(file, text, faults)) {
    const { basket, ...request } = asRecord(written.value);
    const name = typeof basket === 'string' ? basket : written.name;
    const checked = checkBasket(name, placeOf(file, written), isRecord(written.value) ? request : written.value);
    if ('basket' in checked) baskets.push(checked.basket);
    else faults.push(...checked.faults);
  }
  return { baskets, faults };
}

function placeOf(file: string, { line, name }: Written): string {
  return line > 0 ? `${file}:${line}` : `${file}#${name}`;
}

/** The file as one JSON text; undefined when it is none. */
function whole(text: string): Written[] | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    if (!Array.isArray(value)) return [{ value, line: 1, name: '1' }];
    return value.map((one: unknown, at) => ({ value: one, line: 0, name: String(at + 1) }));
  } catch {
    return undefined;
  }
}

function eachLine(file: string, text: string, faults: BasketFault[]): Written[] {
  return text.split('\n').flatMap((row, at) => {
    if (row.trim() === '') return [];
    try {
      return [{ value: JSON.parse(row) as unknown, line: at + 1, name: String(at + 1) }];
    } catch (error) {
      faults.push({ place: `${file}:${at + 1}`, message: `is no JSON: ${(error as Error).message}` });
      return [];
    }
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asRecord(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}
