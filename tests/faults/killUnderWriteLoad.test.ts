import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type EventStore, START, type StoredEvent } from '../../src/commands/eventStore.js';
import { closeDatabase, openDatabase } from '../../src/infra/sqlite/database.js';
import { SqliteEventStore } from '../../src/infra/sqlite/sqliteEventStore.js';
import { temporaryFolder } from '../contract/temporaryFolder.js';

const KILLS = 30;
const MOST_LINES_BEFORE_A_KILL = 2_000;
const SEED = Number(process.env.ORCHARD_SEED ?? 20_261_122);

const writer = join(__dirname, 'writerProcess.mjs');
let folder: string;
let remove: () => void;

beforeAll(() => {
  if (!existsSync(join(__dirname, '../../dist/infra/sqlite/sqliteEventStore.js'))) {
    throw new Error('this test runs the built code: npm run build first');
  }
});

beforeEach(() => {
  ({ folder, remove } = temporaryFolder());
});

afterEach(() => remove());

test('a process killed under write load loses nothing it acknowledged, and leaves no half of an append', async () => {
  const random = randomFrom(SEED);
  const acknowledged = new Map<string, string>();
  let stored: StoredEvent[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    const lines = await linesUntilKilled(1 + Math.floor(random() * MOST_LINES_BEFORE_A_KILL));
    for (const line of lines) for (const [id, place] of placesIn(line)) acknowledged.set(id, place);
    stored = await reopenedLog(stored);
    expect(halfStored(stored)).toEqual([]);
    expect(lostOf(acknowledged, stored)).toEqual([]);
  }
  const unanswered = stored.length - acknowledged.size;
  process.stdout.write(
    `${KILLS} kills, ${acknowledged.size} events acknowledged, 0 lost, ` +
      `${unanswered} more stored whose answer the kill cut off (seed ${SEED})\n`,
  );
}, 180_000);

test('a writer that answers before its commit is caught by the same check', async () => {
  const random = randomFrom(SEED);
  const promised = new Map<string, string>();
  for (let kill = 0; kill < KILLS; kill++) {
    const lines = await linesUntilKilled(1 + Math.floor(random() * 200), 'early');
    for (const line of lines) for (const [id, place] of placesIn(line)) promised.set(id, place);
    if (lostOf(promised, await reopenedLog([])).length > 0) return;
  }
  throw new Error(`${KILLS} kills, and no lost event was seen`);
}, 180_000);

/** Starts the writer, kills it after so many lines. @returns all it printed. */
async function linesUntilKilled(count: number, ...fault: 'early'[]): Promise<string[]> {
  const child = spawn(process.execPath, [writer, folder, ...fault], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = new Promise<NodeJS.Signals | null>((resolve) => child.on('close', (_, signal) => resolve(signal)));
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (lines.length === count) child.kill('SIGKILL');
  }
  // Ended by the kill and nothing else: a writer that fails by itself would prove nothing.
  expect(await gone).toBe('SIGKILL');
  return lines;
}

/** The ids of an acknowledged append with the place each was promised. The last line may be cut off by the kill. */
function placesIn(line: string): [id: string, place: string][] {
  const [stream, revision, list] = line.split(' ');
  const ids = (list ?? '').split(',').filter((id) => id.length === 36);
  const expected = Number(stream?.split('.w')[1]) % 2 === 0 ? 1 : 3;
  if (ids.length !== expected) return [];
  return ids.map((id, i) => [id, `${stream} ${Number(revision) - ids.length + 1 + i}`]);
}

/** The log after the kill. Checks that what an earlier round saw is still there, and that there is no gap. */
async function reopenedLog(seen: readonly StoredEvent[]): Promise<StoredEvent[]> {
  const db = openDatabase(join(folder, 'orchard.db'));
  const store = new SqliteEventStore(db);
  const log = await wholeLog(store);
  await store.close();
  await closeDatabase(db);
  expect(log.findIndex(({ position }, i) => position !== String(i + 1))).toBe(-1);
  expect(seen.findIndex(({ id }, i) => id !== log[i]?.id)).toBe(-1);
  return log;
}

async function wholeLog(store: EventStore): Promise<StoredEvent[]> {
  const log: StoredEvent[] = [];
  for (;;) {
    const page = await store.readAll(log.at(-1)?.position ?? START, 10_000);
    log.push(...page);
    if (page.length < 10_000) return log;
  }
}

function lostOf(acknowledged: ReadonlyMap<string, string>, log: readonly StoredEvent[]): string[] {
  const places = new Map(log.map(({ id, stream, revision }) => [id, `${stream} ${revision}`]));
  return [...acknowledged].filter(([id, place]) => places.get(id) !== place).map(([id]) => id);
}

/** The command ids of appends of which a part is stored. */
function halfStored(log: readonly StoredEvent[]): string[] {
  const counts = new Map<string, number>();
  for (const { commandId } of log) counts.set(commandId, (counts.get(commandId) ?? 0) + 1);
  const half = log.filter(({ commandId, data }) => counts.get(commandId) !== JSON.parse(data).of);
  return half.map(({ commandId }) => commandId);
}

/** mulberry32: the same kills for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
