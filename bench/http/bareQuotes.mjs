// What the machine can do at best: node:http, the same body in, a body of the same size out, and (with --store) the same
// bytes durably stored first, gathered into one transaction a turn. No routes, no checks, no pricing.
import { createServer } from 'node:http';
import Libsql from 'libsql';

const [file, answerBytes, stored] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const answer = Buffer.alloc(answerBytes, 0x20);
const payload = 'x'.repeat(stored);
let group = [];
let insert;
let db;
if (stored > 0) {
  db = new Libsql(file);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; create table row (id integer primary key, data text)');
  insert = db.prepare('insert into row (data) values (?)');
}

function commit() {
  const waiting = group;
  group = [];
  db.exec('BEGIN IMMEDIATE');
  for (const _ of waiting) insert.run(payload);
  db.exec('COMMIT');
  for (const respond of waiting) respond();
}

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    JSON.parse(Buffer.concat(chunks).toString());
    const respond = () => response.writeHead(201, { 'content-type': 'application/json' }).end(answer);
    if (stored === 0) return respond();
    if (group.push(respond) === 1) setImmediate(commit);
  });
});
server.listen(0, '127.0.0.1', () => console.log(`ready ${server.address().port}`));
process.on('SIGTERM', () => process.exit(0));
