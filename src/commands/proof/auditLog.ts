import { EMPTY_CHAIN, HashChain } from '../../domain/proof/hashChain.js';
import { sameHash } from '../../domain/proof/sha256.js';
import { comparePositions, type Position, START, type StoredEvent } from '../eventStore.js';
import type { Audit, AuditDeps, AuditOptions, AuditPlace, AuditStand, Breach } from './audit.js';
import type { SealedCheckpoint } from './checkpoint.js';
import { checkpointsToHold } from './checkpointsToHold.js';
import { eventHash } from './eventHash.js';
import { hexOf } from './hexOf.js';
import { SealedHashes } from './sealedHashes.js';

const PAGE = 2_000;
/** How far ahead a hash is looked for, to say that events before it are missing. */
const LOOK_AHEAD = 50;

/**
 * Holds a log against its seals: each event against its sealed hash, chain and Merkle tree against each signed
 * checkpoint, the end against the newest. Goes as far as the log reaches when it begins, and ends at the first breach.
 */
export async function auditLog(deps: AuditDeps, options: AuditOptions = {}): Promise<Audit> {
  const { checkpoints, breach } = await checkpointsToHold(deps.book, deps.key, options.held);
  const walk = new LogWalk(deps, checkpoints, options);
  if (breach) return walk.ended(breach);
  return walk.ended(await walk.walk());
}

class LogWalk {
  readonly #chain: HashChain;
  readonly #hashes: SealedHashes;
  readonly #sealed: number;
  #first: Position;
  #last: Position;
  #next = 0;
  #whole = false;

  constructor(
    private readonly deps: AuditDeps,
    private readonly checkpoints: readonly SealedCheckpoint[],
    private readonly options: AuditOptions,
  ) {
    const { from } = options;
    this.#chain = new HashChain(deps.sha256, from ?? EMPTY_CHAIN);
    this.#first = from?.first ?? START;
    this.#last = from?.last ?? START;
    this.#hashes = new SealedHashes(deps.book);
    this.#sealed = checkpoints.at(-1)?.count ?? 0;
    while (this.#next < checkpoints.length && checkpoints[this.#next]!.count <= this.#chain.count) this.#next++;
  }

  ended(breach: Breach | null): Audit {
    const newest = this.checkpoints.at(-1) ?? null;
    const whole = this.#whole && !breach;
    return { stand: this.stand(), checkpoints: this.checkpoints.length, newest, breach, whole };
  }

  private get place(): AuditPlace {
    return { ...this.#chain.state, first: this.#first, last: this.#last };
  }

  private stand(): AuditStand {
    return { ...this.place, root: this.#chain.root() };
  }

  async walk(): Promise<Breach | null> {
    const { store } = this.deps;
    const { signal, onProgress } = this.options;
    const head = await store.head();
    if (comparePositions(head, this.#last) < 0) {
      return this.breach(`the log ends at position ${head}, before ${this.#last}, to which it was verified before`);
    }
    while (comparePositions(this.#last, head) < 0) {
      if (signal?.aborted) return null;
      const page = await this.page();
      if ('what' in page) return page;
      if (page.length === 0) break;
      for (const event of page) {
        if (comparePositions(event.position, head) > 0) break;
        const breach = await this.take(event);
        if (breach) return breach;
      }
      onProgress?.(this.place, head);
    }
    if (this.#chain.count < this.#sealed) {
      return this.breach(`the log ends after ${this.#chain.count} events, ${this.#sealed} were sealed`);
    }
    this.#whole = true;
    return null;
  }

  /** The next events, or that they cannot be read. */
  private async page(): Promise<readonly StoredEvent[] | Breach> {
    try {
      return await this.deps.store.readAll(this.#last, PAGE);
    } catch (error) {
      return this.breach(`the log cannot be read on: ${(error as Error).message}`);
    }
  }

  private async take(event: StoredEvent): Promise<Breach | null> {
    const { position } = event;
    const n = this.#chain.count + 1;
    const hash = this.hashOf(event);
    if (!hash) return this.breach(`event ${n} holds what no event can`, position);
    if (n <= this.#sealed) {
      const sealed = await this.#hashes.of(n);
      if (!sealed) return this.breach(`the sealed hashes end at ${n - 1}, ${this.#sealed} were sealed`, position);
      if (!sameHash(hash, sealed)) return this.breach(await this.parting(n, hash), position);
    }
    this.#chain.add(hash);
    if (n === 1) this.#first = position;
    this.#last = position;
    if (n > this.#sealed) await this.options.onUnsealed?.(hash, n, () => this.stand());
    return this.atCheckpoint();
  }

  private hashOf(event: StoredEvent): Uint8Array | undefined {
    try {
      return eventHash(this.deps.sha256, event);
    } catch {
      return undefined;
    }
  }

  private atCheckpoint(): Breach | null {
    const checkpoint = this.checkpoints[this.#next];
    if (checkpoint?.count !== this.#chain.count) return null;
    const before = this.checkpoints[this.#next - 1]?.count ?? 0;
    this.#next++;
    const same =
      checkpoint.head === hexOf(this.#chain.head) &&
      checkpoint.root === hexOf(this.#chain.root()) &&
      checkpoint.first === this.#first &&
      checkpoint.last === this.#last;
    if (same) return null;
    const what = `events ${before + 1} to ${checkpoint.count} and their hashes were changed together: the signed checkpoint of ${checkpoint.count} events says otherwise`;
    return { at: before + 1, position: null, what };
  }

  private breach(what: string, position: Position | null = null): Breach {
    return { at: this.#chain.count + 1, position, what };
  }

  /** What happened at an event that is not the sealed one, as far as can be seen. */
  private async parting(n: number, hash: Uint8Array): Promise<string> {
    for (let ahead = 1; ahead <= LOOK_AHEAD; ahead++) {
      const sealed = await this.#hashes.of(n + ahead);
      if (!sealed) break;
      if (!sameHash(sealed, hash)) continue;
      return ahead === 1
        ? `the event sealed as ${n} is missing`
        : `the events sealed as ${n} to ${n + ahead - 1} are missing`;
    }
    return `event ${n} is not the one that was sealed`;
  }
}
