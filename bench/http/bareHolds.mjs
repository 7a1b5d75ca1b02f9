// What the machine can do at best for a flash sale: node:http, a hold decided in memory, its event stored with those of
// all requests of the turn in one synced transaction, once by its name, then answered; a refusal at once. No routes,
// callers, schemas, command ids, retries, views. node bareHolds.mjs FILE BYTES-OF-AN-EVENT; `POST /N` holds of a stock of N.
import { createServer } from 'node:http';
import Libsql from 'libsql';

const [file, bytes] = [process.argv[2], Number(process.argv[3])];
const padding = 'x'.repeat(bytes);
const db = new Libsql(file);
db.exec(
  'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000; create table event (id integer primary key, hold text not null unique, data text not null) strict',
);
const insert = db.prepare('insert into event (hold, data) values (?, ?)');
const stocks = new Map();
let group = [];

function commit() {
  const waiting = group;
  group = [];
  db.exec('BEGIN IMMEDIATE');
  for (const { name, event } of waiting) insert.run([name, event]);
  db.exec('COMMIT');
  for (const { respond } of waiting) respond();
}

function take(path, { hold, amount, until, customer }, answer) {
  const stock = stocks.get(path) ?? { left: Number(path.slice(1)), holds: new Map() };
  stocks.set(path, stock);
  if (stock.left < amount) return answer(409, { code: 'OUT_OF_STOCK', facts: { remaining: stock.left } });
  stock.left -= amount;
  stock.holds.set(hold, { hold, amount, until, customer });
  const held = JSON.stringify({ hold, amount, until, customer });
  const event = held + padding.slice(held.length);
  if (group.push({ name: hold, event, respond: () => answer(200, { hold, amount, until, customer }) }) === 1)
    setImmediate(commit);
}

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    take(request.url, JSON.parse(Buffer.concat(chunks).toString()), (status, body) => {
      const text = JSON.stringify(body);
      response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
      response.end(text);
    });
  });
});
server.listen(0, '127.0.0.1', () => console.log(`ready ${server.address().port}`));
process.on('SIGTERM', () => process.exit(0));
