import { parseYuan } from '../../../domain/kernel/money.js';

/** A column that ends so is written in yuan and means fen. */
const YUAN = /Yuan$/;
/** Columns whose cells are lists, their members separated by |. */
const LISTS: ReadonlySet<string> = new Set([
  'categories',
  'tags',
  'skus',
  'tiers',
  'segments',
  'channels',
  'orderModes',
  'weekdays',
  'monthDays',
]);
/** Columns whose cells are texts even when they look like numbers. */
const TEXTS: ReadonlySet<string> = new Set(['sku', 'name', 'customer', 'tier', 'promotion', 'publish', 'group']);

/** The field a column sets: `unitPriceYuan` → `unitPrice`. */
export function fieldOf(column: string): string {
  return column.replace(YUAN, '');
}

/** What a cell says in its column; undefined when it is empty. @throws Rejection NOT_AN_AMOUNT for yuan that are none */
export function cellValue(column: string, cell: string): unknown {
  if (cell === '') return undefined;
  const field = column.split('.').at(-1)!;
  if (YUAN.test(field)) return parseYuan(cell);
  if (TEXTS.has(field)) return cell;
  if (/^[[{]/.test(cell)) return jsonOr(cell);
  if (LISTS.has(field)) return cell.split('|').map((part) => plain(part.trim()));
  return plain(cell);
}

function plain(cell: string): unknown {
  if (/^-?\d+(\.\d+)?$/.test(cell)) return Number(cell);
  return { true: true, false: false, null: null }[cell] ?? (cell === 'null' ? null : cell);
}

// What is no JSON stays a text, and the schema says what would be right.
function jsonOr(cell: string): unknown {
  try {
    return JSON.parse(cell) as unknown;
  } catch {
    return cell;
  }
}
