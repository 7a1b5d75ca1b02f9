import { InclusionProver, isIncluded } from '../../domain/proof/inclusion.js';
import { HASH_BYTES } from '../../domain/proof/sha256.js';
import { comparePositions, type EventStore, type Position, START, type StoredEvent } from '../eventStore.js';
import type { AuditDeps } from './audit.js';
import { type CarriedProof, PROOF_FORMAT } from './carriedProof.js';
import type { SealedCheckpoint } from './checkpoint.js';
import { eventHash } from './eventHash.js';
import { bytesOfHex, hexOf } from './hexOf.js';

const PAGE = 2_000;
const HASHES = 4_096;

/** What was asked to be proved cannot be: it is not sealed yet, or not what was sealed. */
export class NotProvable extends Error {
  override readonly name = 'NotProvable';
}

/**
 * Proves of events that they are in the log that the newest checkpoint was signed over. Reads positions of the log and
 * hashes of the book once each; holds every proof against the checkpoint before it leaves.
 * @throws NotProvable
 */
export async function proveEvents(
  { store, sha256, book }: Omit<AuditDeps, 'key'>,
  events: readonly StoredEvent[],
  quotes: CarriedProof['quotes'] = [],
): Promise<CarriedProof> {
  const checkpoint = (await book.checkpoints()).at(-1);
  if (!checkpoint) throw new NotProvable('Nothing of this log was sealed yet: orchard verify log --seal');
  const byPosition = new Map(events.map((event) => [event.position, event]));
  for (const position of byPosition.keys()) {
    if (comparePositions(position, checkpoint.last) > 0) {
      throw new NotProvable(`Position ${position} is not sealed yet: orchard verify log --seal`);
    }
  }
  const indexes = await indexesOf(store, byPosition, checkpoint);
  const prover = new InclusionProver(sha256, [...indexes.values()]);
  for (let after = 0; after < checkpoint.count; after += HASHES) {
    const page = await book.hashes(after, Math.min(HASHES, checkpoint.count - after));
    for (let at = 0; at < page.length; at += HASH_BYTES) prover.add(page.slice(at, at + HASH_BYTES));
  }
  const tree = { size: checkpoint.count, root: bytesOfHex(checkpoint.root) };
  const proved = [...byPosition.values()]
    .sort((a, b) => comparePositions(a.position, b.position))
    .map((event) => {
      const index = indexes.get(event.position)!;
      const path = prover.path(index);
      if (!isIncluded(sha256, eventHash(sha256, event), { index, path }, tree)) {
        throw new NotProvable(`Position ${event.position} is not what was sealed: orchard verify log says what is`);
      }
      return { event, index, path: path.map(hexOf) };
    });
  return { format: PROOF_FORMAT, quotes, events: proved, checkpoint };
}

/** Places in the log, counted from 0. */
async function indexesOf(
  store: EventStore,
  wanted: ReadonlyMap<Position, unknown>,
  { last }: SealedCheckpoint,
): Promise<ReadonlyMap<Position, number>> {
  const indexes = new Map<Position, number>();
  let position = START;
  for (let index = 0; indexes.size < wanted.size && comparePositions(position, last) < 0; ) {
    const page = await store.readAll(position, PAGE);
    if (page.length === 0) break;
    for (const event of page) {
      if (wanted.has(event.position)) indexes.set(event.position, index);
      index++;
      position = event.position;
    }
  }
  return indexes;
}
