// How fast a log leaves as files, and with how much memory: node bench/export.mjs [events] (on the build).
// The log: quotes of 5 lines and orders, made of the frozen samples, over 30 days.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportLog } from '../dist/commands/export/exportLog.js';
import { ENCODINGS } from '../dist/commands/export/manifest.js';
import { exportFolder } from '../dist/infra/exports/exportFolder.js';
import { closeDatabase, openDatabase } from '../dist/infra/sqlite/database.js';
import { SqliteEventStore } from '../dist/infra/sqlite/sqliteEventStore.js';
import { localTimeIn } from '../dist/infra/zones/localTimes.js';

const EVENTS = Number(process.argv[2] ?? 200_000);
const DAY = 86_400_000;
const folder = mkdtempSync(join(tmpdir(), 'orchard-export-'));
const database = openDatabase(join(folder, 'orchard.db'));
const store = new SqliteEventStore(database);

const sample = (name) => JSON.parse(readFileSync(`tests/samples/events/${name}.json`, 'utf8')).stored;
const quote = sample('quote-given.v2');
const orders = ['order-placing.v1', 'order-placed.v1', 'order-paid.v1'].map(sample);
const lines = JSON.parse(quote.data);
lines.request.lines = Array.from({ length: 5 }, (_, n) => ({ ...lines.request.lines[0], id: `l${n}` }));
lines.amounts.lines = lines.request.lines.map((_, n) => 1_000 + n);
quote.data = JSON.stringify(lines);

const started = Date.parse('2026-11-01T00:00:00.000Z');
for (let n = 0; n < EVENTS; n += 100) {
  const events = Array.from({ length: 100 }, (_, m) => {
    const { stream: _s, revision: _r, position: _p, ...event } = m % 4 === 0 ? orders[(m / 4) % 3] : quote;
    const at = new Date(started + Math.floor(((n + m) / EVENTS) * 30 * DAY)).toISOString();
    const id = `0199e0c0-0000-7000-8000-${String(n + m).padStart(12, '0')}`;
    return { ...event, id, recordedAt: at, effectiveFrom: at };
  });
  await store.append(`quote-demo.q${n}`, 'none', events);
}

let most = 0;
const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
const before = Math.round(process.memoryUsage().rss / 1e6);
for (const encoding of ENCODINGS) {
  const asked = { encoding, zone: 'Asia/Shanghai', from: null, to: null, after: '0', shop: null };
  const begun = performance.now();
  const cpu = process.cpuUsage();
  const target = exportFolder(join(folder, encoding));
  const { manifest } = await exportLog({ store, machine: { localTimeIn }, target }, asked, {
    onProgress: () => (most = Math.max(most, process.memoryUsage().rss)),
  });
  const seconds = (performance.now() - begun) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  const rows = manifest.files.reduce((sum, file) => sum + file.rows, 0);
  const mega = Math.round(manifest.files.reduce((sum, file) => sum + file.bytes, 0) / 1e6);
  console.log(
    `${encoding.padEnd(8)} ${EVENTS} events, ${rows} rows, ${mega} MB in ${manifest.files.length} files: ${seconds.toFixed(1)} s, ` +
      `${Math.round(EVENTS / seconds)} events/s, ${((user + system) / 1e6).toFixed(1)} s of processor; most memory ${Math.round(most / 1e6)} MB (${before} before)`,
  );
}
clearInterval(watch);
await store.close();
await closeDatabase(database);
rmSync(folder, { recursive: true });
