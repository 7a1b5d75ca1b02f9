import { EVENTS_TABLE } from './eventsTable.js';
import type { ExportedTable } from './exportedTable.js';
import { ORDER_LINES_TABLE, ORDER_STEPS_TABLE, RETURN_LINES_TABLE } from './orderTables.js';
import { QUOTE_LINES_TABLE, QUOTES_TABLE } from './quoteTables.js';

/** The tables of an export: all that happened, and flat ones where analysts expect them. */
export const EXPORTED_TABLES: readonly ExportedTable[] = [
  EVENTS_TABLE,
  QUOTES_TABLE,
  QUOTE_LINES_TABLE,
  ORDER_STEPS_TABLE,
  ORDER_LINES_TABLE,
  RETURN_LINES_TABLE,
];
