import { sealLog } from '../../src/commands/proof/sealLog.js';
import { HASH_BYTES } from '../../src/domain/proof/sha256.js';
import { sha256 } from '../../src/infra/proofs/sha256.js';
import type { Dice } from './dice.js';
import { MemoryBook } from './memoryBook.js';
import { aKey, EVENTS, EVERY, type SealedLog } from './sealedLog.js';

/** Changes log or seals. @returns the event at which it must be found, or undefined: wherever, but found. */
export type Tampering = (log: SealedLog, dice: Dice) => Promise<number | undefined> | number | undefined;

const TEXTS = [
  'stream',
  'id',
  'type',
  'shop',
  'recorded_at',
  'effective_from',
  'principal',
  'role',
  'command_id',
  'request_hash',
  'correlation',
  'data',
];

const anEvent = (dice: Dice) => 1 + dice.below(EVENTS);
const SHIFT = 1_000_000;

export const TAMPERINGS: Readonly<Record<string, Tampering>> = {
  'one bit of a text flipped': (log, dice) => flipped(log, dice, anEvent(dice)),
  'a number changed': ({ db }, dice) => {
    const n = anEvent(dice);
    const column = dice.oneOf(['revision', 'schema_version']);
    db.prepare(`UPDATE events SET ${column} = ${column} + ? WHERE position = ?`).run([1_000 + dice.below(9), n]);
    return n;
  },
  'a cause set or taken away': ({ db }, dice) => {
    const n = anEvent(dice);
    db.prepare(`UPDATE events SET causation = CASE WHEN causation IS NULL THEN '' END WHERE position = ?`).run([n]);
    return n;
  },
  'an event dropped': ({ db }, dice) => {
    const n = anEvent(dice);
    db.prepare('DELETE FROM events WHERE position = ?').run([n]);
    return n;
  },
  'an event dropped and the gap closed': ({ db }, dice) => {
    const n = anEvent(dice);
    db.prepare('DELETE FROM events WHERE position = ?').run([n]);
    shift(db, n, -1);
    return n;
  },
  'two events swapped': ({ db }, dice) => {
    const a = anEvent(dice);
    const b = 1 + ((a + dice.below(EVENTS - 1)) % EVENTS);
    move(db, a, -1);
    move(db, b, a);
    move(db, -1, b);
    return Math.min(a, b);
  },
  'an event slipped in': ({ db }, dice) => {
    const n = anEvent(dice);
    shift(db, n - 1, 1);
    db.prepare(
      `INSERT INTO events SELECT ?, 'sample-orchard.forged', 0, 'forged', type, schema_version, shop, recorded_at, ` +
        'effective_from, principal, role, command_id, request_hash, correlation, causation, data FROM pristine WHERE position = ?',
    ).run([n, anEvent(dice)]);
    return n;
  },
  'the end cut off': ({ db }, dice) => {
    const n = anEvent(dice);
    db.prepare('DELETE FROM events WHERE position >= ?').run([n]);
    return n;
  },
  'the end cut off with its seals': (log, dice) => {
    const kept = dice.below(log.sealed.checkpoints.length);
    const checkpoints = log.sealed.checkpoints.slice(0, kept);
    const count = checkpoints.at(-1)?.count ?? 0;
    log.db.prepare('DELETE FROM events WHERE position > ?').run([count]);
    log.book = new MemoryBook(checkpoints, log.sealed.hashes.subarray(0, count * HASH_BYTES));
    return count + 1;
  },
  'hashes made anew from a changed event on': async (log, dice) => {
    const n = flipped(log, dice, anEvent(dice));
    log.book = new MemoryBook(log.sealed.checkpoints, (await resealed(log)).bytes);
    return Math.floor((n - 1) / EVERY) * EVERY + 1;
  },
  'checkpoints made anew under their old signatures': async (log, dice) => {
    const n = flipped(log, dice, anEvent(dice));
    const { kept, bytes } = await resealed(log);
    const { key } = log;
    const forged = kept.map((checkpoint, at) => {
      const { signature } = log.sealed.checkpoints[at]!;
      return { ...checkpoint, key: key.fingerprint, signature };
    });
    log.book = new MemoryBook(forged, bytes);
    return Math.floor((n - 1) / EVERY) * EVERY + 1;
  },
  'everything signed anew with another key': async (log, dice) => {
    flipped(log, dice, anEvent(dice));
    log.book = await resealed(log);
    return 1;
  },
  'a hash beside the log changed': (log, dice) => {
    const n = anEvent(dice);
    const bytes = Uint8Array.from(log.sealed.hashes);
    bytes[(n - 1) * HASH_BYTES + dice.below(HASH_BYTES)]! ^= 1 << dice.below(8);
    log.book = new MemoryBook(log.sealed.checkpoints, bytes);
    return n;
  },
};

/** A bit that leaves UTF-8: at any other the SQLite driver (libsql 0.5.29) ends the process, which vouches for nothing. */
function flipped({ db }: SealedLog, dice: Dice, n: number): number {
  const column = dice.oneOf(TEXTS);
  const [text] = db.prepare(`SELECT ${column} FROM events WHERE position = ?`).raw().get([n]) as [string];
  for (;;) {
    const changed = Buffer.from(text);
    changed[dice.below(changed.length)]! ^= 1 << dice.below(8);
    const written = changed.toString();
    if (!Buffer.from(written).equals(changed) || written.includes('\0')) continue;
    // An id or a place in a stream that is taken is refused by the database itself.
    const { changes } = db.prepare(`UPDATE OR IGNORE events SET ${column} = ? WHERE position = ?`).run([written, n]);
    if (changes === 1) return n;
  }
}

function move(db: SealedLog['db'], from: number, to: number): void {
  db.prepare('UPDATE events SET position = ? WHERE position = ?').run([to, from]);
}

/** Moves every event after a position; by way of far away, as positions are unique. */
function shift(db: SealedLog['db'], after: number, by: number): void {
  db.prepare('UPDATE events SET position = position + ? WHERE position > ?').run([SHIFT, after]);
  db.prepare('UPDATE events SET position = position - ? WHERE position > ?').run([SHIFT - by, SHIFT]);
}

/** What somebody without the key can make of a changed log. */
async function resealed({ store }: SealedLog): Promise<MemoryBook> {
  const book = new MemoryBook();
  await sealLog({ store, sha256, book, key: aKey(), now: () => '2026-11-22T12:00:00.000Z' }, { every: EVERY });
  return book;
}
