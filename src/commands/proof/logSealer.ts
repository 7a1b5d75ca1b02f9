import { HashChain } from '../../domain/proof/hashChain.js';
import { HASH_BYTES } from '../../domain/proof/sha256.js';
import { type Position, START, type StoredEvent } from '../eventStore.js';
import { eventHash } from './eventHash.js';
import { hexOf } from './hexOf.js';
import { joinedHashes, type SealDeps, signedCheckpoint } from './sealLog.js';

const PAGE = 4_096;

/** Seals and book do not fit: what was sealed cannot be gone on from. */
export class SealsBroken extends Error {
  override readonly name = 'SealsBroken';
}

/**
 * Seals a log while it grows: takes event after event, and signs what was not signed yet each time that `every` divides
 * the count, and when it is asked to. It goes on from the newest checkpoint; whether the log is still what was sealed,
 * `auditLog` says.
 */
export class LogSealer {
  #hashes: Uint8Array[] = [];
  #sealing: Promise<void> = Promise.resolve();

  private constructor(
    private readonly deps: SealDeps,
    private readonly every: number,
    private readonly chain: HashChain,
    private first: Position,
    private last: Position,
  ) {}

  /** @throws SealsBroken where the newest checkpoint is not of this key, or not over the hashes beside it. */
  static async goingOn(deps: SealDeps, every: number): Promise<LogSealer> {
    const chain = new HashChain(deps.sha256);
    const newest = await newestOf(deps);
    if (!newest) return new LogSealer(deps, every, chain, START, START);
    for (let page = await deps.book.hashes(0, PAGE); page.length > 0; ) {
      for (let at = 0; at < page.length && chain.count < newest.count; at += HASH_BYTES) {
        chain.add(page.slice(at, at + HASH_BYTES));
      }
      page = chain.count < newest.count ? await deps.book.hashes(chain.count, PAGE) : new Uint8Array(0);
    }
    const { count, head, root } = newest;
    if (chain.count !== count || hexOf(chain.head) !== head || hexOf(chain.root()) !== root) {
      throw new SealsBroken(`the hashes beside the checkpoint of ${count} events are not those it was signed over`);
    }
    return new LogSealer(deps, every, chain, newest.first, newest.last);
  }

  /** Where the log is to be followed from. */
  get position(): Position {
    return this.last;
  }

  async take(events: readonly StoredEvent[]): Promise<void> {
    for (const event of events) {
      const hash = eventHash(this.deps.sha256, event);
      this.chain.add(hash);
      this.#hashes.push(hash);
      if (this.chain.count === 1) this.first = event.position;
      this.last = event.position;
      if (this.chain.count % this.every === 0) await this.seal();
    }
  }

  /** Signs all that was taken and is not signed yet. */
  seal(): Promise<void> {
    this.#sealing = this.#sealing.catch(() => {}).then(() => this.sealNow());
    return this.#sealing;
  }

  private async sealNow(): Promise<void> {
    const hashes = this.#hashes;
    if (hashes.length === 0) return;
    const { count, head } = this.chain;
    const stand = { ...this.chain.state, first: this.first, last: this.last, head, root: this.chain.root() };
    const checkpoint = signedCheckpoint(this.deps, stand);
    this.#hashes = [];
    try {
      await this.deps.book.add(count - hashes.length, joinedHashes(hashes), checkpoint);
    } catch (error) {
      this.#hashes = hashes.concat(this.#hashes);
      throw error;
    }
  }
}

async function newestOf({ book, key }: SealDeps) {
  const newest = (await book.checkpoints()).at(-1);
  if (newest && newest.key !== key.fingerprint) {
    throw new SealsBroken(`the newest checkpoint was signed with the key ${newest.key}, not with ${key.fingerprint}`);
  }
  return newest;
}
