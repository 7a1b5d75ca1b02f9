import type { OrderCounts } from '../../commands/pricingView.js';
import { streamParts } from '../../domain/kernel/stream.js';
import type { Row } from '../../projections/projection.js';

/** A row as it is written: its stream is its key and field. */
export function writeRow({ revision, position, document }: Row): string {
  return JSON.stringify([revision, position, document]);
}

export function readRow(stream: string, text: string): Row {
  const [revision, position, document] = JSON.parse(text) as [number, string, unknown];
  const { shop, id } = streamParts(stream);
  return { stream, shop, id, revision, position, document };
}

/** Orders placed and cancelled are one number, so that one increment changes both: one field, never half of it. */
const PLACED = 2 ** 24;

export function writtenCounts({ placed, cancelled }: OrderCounts): string {
  return String(placed * PLACED + cancelled);
}

export function countsOf(text: string | null): OrderCounts {
  const sum = Number(text ?? 0);
  return { placed: Math.floor(sum / PLACED), cancelled: sum % PLACED };
}
