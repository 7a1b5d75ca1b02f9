import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto';
import { join } from 'node:path';
import type { SealedCheckpoint } from '../../src/commands/proof/checkpoint.js';
import type { SealKey } from '../../src/commands/proof/sealBook.js';
import { sealLog } from '../../src/commands/proof/sealLog.js';
import { sha256 } from '../../src/infra/proofs/sha256.js';
import { closeDatabase, type Database, openDatabase } from '../../src/infra/sqlite/database.js';
import { SqliteEventStore } from '../../src/infra/sqlite/sqliteEventStore.js';
import { anEvent } from '../contract/eventStore/sampleEvents.js';
import { temporaryFolder } from '../contract/temporaryFolder.js';
import { MemoryBook } from './memoryBook.js';

export const EVENTS = 60;
export const EVERY = 16;

/** A copy of a sealed SQLite log that can be tampered with and made whole again, and what its auditor holds. */
export interface SealedLog {
  readonly db: Database;
  readonly store: SqliteEventStore;
  readonly key: SealKey;
  readonly sealed: { readonly checkpoints: readonly SealedCheckpoint[]; readonly hashes: Uint8Array };
  /** The seals, as they lie beside the log. */
  book: MemoryBook;
  readonly restore: () => void;
  readonly close: () => Promise<void>;
}

export async function sealedLog(): Promise<SealedLog> {
  const { folder, remove } = temporaryFolder();
  const db = openDatabase(join(folder, 'copy.db'));
  const store = new SqliteEventStore(db);
  for (let n = 0; n < EVENTS; n++) {
    const stream = `sample-orchard.s${n % 7}`;
    const event = anEvent({ data: `{"fen":${n * 37},"note":"第${n}次"}`, ...(n % 3 === 0 && { causation: `c-${n}` }) });
    await store.append(stream, n < 7 ? 'none' : Math.floor(n / 7) - 1, [event]);
  }
  const key = aKey();
  const book = new MemoryBook();
  await sealLog({ store, sha256, book, key, now: () => '2026-11-22T12:00:00.000Z' }, { every: EVERY });
  const sealed = { checkpoints: book.kept, hashes: book.bytes };
  db.exec('CREATE TABLE pristine AS SELECT * FROM events');
  const log: SealedLog = {
    db,
    store,
    key,
    sealed,
    book,
    restore: () => {
      db.exec('BEGIN; DELETE FROM events; INSERT INTO events SELECT * FROM pristine; COMMIT');
      log.book = new MemoryBook(sealed.checkpoints, sealed.hashes);
    },
    close: async () => {
      await store.close();
      await closeDatabase(db);
      remove();
    },
  };
  // What is tried a thousand times need not survive a loss of power.
  db.exec('PRAGMA synchronous = OFF');
  return log;
}

export function aKey(): SealKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const der = publicKey.export({ type: 'spki', format: 'der' });
  return {
    fingerprint: createHash('sha256').update(der).digest('hex'),
    signed: (text, signature) => verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64')),
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64'),
  };
}
