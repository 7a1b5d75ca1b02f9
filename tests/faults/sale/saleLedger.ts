import { join } from 'node:path';
import { type EventStore, START, type StoredEvent } from '../../../src/commands/eventStore.js';
import { closeDatabase, openDatabase } from '../../../src/infra/sqlite/database.js';
import { SqliteEventStore } from '../../../src/infra/sqlite/sqliteEventStore.js';

const PAGE = 10_000;

/** What the log says of one allowance, counted from its events alone and by no rule of the domain. */
export interface SaleLedger {
  readonly confirmed: number;
  readonly open: number;
  readonly released: number;
  readonly expired: number;
  /** The most that was held and confirmed at any point of the log. */
  readonly mostTaken: number;
  /** `held ID`, `confirmed ID`, `released ID`: everything the log holds of it. */
  readonly facts: ReadonlySet<string>;
  /** Steps of holds that were not open then. */
  readonly impossible: readonly string[];
}

const ENDS: Readonly<Record<string, string>> = {
  'hold-confirmed': 'confirmed',
  'hold-released': 'released',
  'hold-expired': 'expired',
  'hold-cancelled': 'cancelled',
};

export function ledgerOf(events: readonly StoredEvent[], stream: string): SaleLedger {
  const open = new Set<string>();
  const counts = { confirmed: 0, released: 0, expired: 0, cancelled: 0 };
  const facts = new Set<string>();
  const impossible: string[] = [];
  let mostTaken = 0;
  for (const event of events) {
    if (event.stream !== stream) continue;
    const { hold } = JSON.parse(event.data) as { hold?: string };
    if (hold === undefined) continue;
    const word = event.type === 'allowance-held' ? 'held' : ENDS[event.type]!;
    facts.add(`${word} ${hold}`);
    if (word === 'held' ? open.has(hold) : !open.delete(hold)) impossible.push(`${word} ${hold}`);
    if (word === 'held') open.add(hold);
    else counts[word as keyof typeof counts]++;
    mostTaken = Math.max(mostTaken, open.size + counts.confirmed);
  }
  return { ...counts, open: open.size, mostTaken, facts, impossible };
}

/** `placed ORDER` and `paid ORDER`, as the log holds them. */
export function ordersIn(events: readonly StoredEvent[]): ReadonlySet<string> {
  const facts = new Set<string>();
  for (const { type, stream } of events) {
    const order = stream.slice('order-demo.'.length);
    if (type === 'order-placed' || type === 'order-paid') facts.add(`${type.slice('order-'.length)} ${order}`);
  }
  return facts;
}

/** The whole log of a data folder that no process holds. @throws Error when a position is missing. */
export async function logOf(folder: string): Promise<readonly StoredEvent[]> {
  const db = openDatabase(join(folder, 'orchard.db'));
  const store = new SqliteEventStore(db);
  try {
    return await wholeLog(store);
  } finally {
    await store.close();
    await closeDatabase(db);
  }
}

async function wholeLog(store: EventStore): Promise<readonly StoredEvent[]> {
  const log: StoredEvent[] = [];
  for (;;) {
    const page = await store.readAll(log.at(-1)?.position ?? START, PAGE);
    for (const event of page) log.push(event);
    if (page.length < PAGE) break;
  }
  const gap = log.findIndex(({ position }, index) => position !== String(index + 1));
  if (gap >= 0) throw new Error(`the log has no position ${gap + 1}`);
  return log;
}
