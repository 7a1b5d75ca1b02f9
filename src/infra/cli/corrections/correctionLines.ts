import type { components } from '../client/orchardApi.js';

export type CorrectedQuote = components['schemas']['corrected-quote'];

/** How corrections are written: for people, for spreadsheets, or a JSON line each. */
export const FORMATS = ['text', 'csv', 'ndjson'] as const;
export type Format = (typeof FORMATS)[number];

const COLUMNS = [
  'quote',
  'at',
  'customer',
  'pay',
  'due',
  'difference',
  'because',
  'order',
  'status',
  'compensated',
  'toCompensate',
  'uncompensated',
] as const;

/** The first line of a file, if its format has one; the mark lets Excel read Chinese. */
export function headLine(format: Format): string {
  return format === 'csv' ? `\uFEFF${COLUMNS.join(',')}\r\n` : '';
}

export function correctionLine(one: CorrectedQuote, format: Format): string {
  if (format === 'ndjson') return `${JSON.stringify(one)}\n`;
  const { order, ...quote } = one;
  if (format === 'text') return `${inWords(one)}\n`;
  const cells: Readonly<Record<string, unknown>> = { ...quote, ...order, order: order?.id };
  return `${COLUMNS.map((column) => cell(cells[column])).join(',')}\r\n`;
}

// A cell that begins like a formula would be reckoned by a spreadsheet. Numbers are ours.
function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(String(value)) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function inWords({ quote, at, pay, due, difference, because, order }: CorrectedQuote): string {
  const price = due === null ? `${pay} fen; ${because}` : `${pay} fen, would be ${due} (${signed(difference!)})`;
  if (!order) return `${at}  ${quote}  ${price}`;
  const { id, status, toCompensate, compensated, uncompensated } = order;
  const rest = [
    ...(toCompensate > 0 ? [`${toCompensate} to pay back`] : []),
    ...(compensated > 0 ? [`${compensated} paid back`] : []),
    ...(uncompensated ? [uncompensated.replaceAll('-', ' ')] : []),
  ];
  return `${at}  ${quote}  ${price}; order ${id} ${status}${rest.map((one) => `, ${one}`).join('')}`;
}

function signed(fen: number): string {
  return fen > 0 ? `+${fen}` : String(fen);
}
