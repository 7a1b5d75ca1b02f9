import { GrowingTree } from './merkleTree.js';
import { HASH_BYTES, type Sha256 } from './sha256.js';

/** What is hashed before a link, so that it can pass for no leaf and no node of the tree. */
const LINK = Uint8Array.of(0x02);

/** The head of a chain without links. */
export const NO_LINK: Uint8Array = new Uint8Array(HASH_BYTES);

/** How far a chain is: enough to go on from there. */
export interface ChainState {
  /** Events in it. */
  readonly count: number;
  /** Hash of the last link. */
  readonly head: Uint8Array;
  /** Of the Merkle tree over the same event hashes. */
  readonly peaks: readonly Uint8Array[];
}

export const EMPTY_CHAIN: ChainState = { count: 0, head: NO_LINK, peaks: [] };

/** Event hashes in the order of the log: each link is over the one before it and the hash of its event. */
export class HashChain {
  #head: Uint8Array;
  readonly #tree: GrowingTree;

  constructor(
    private readonly sha256: Sha256,
    { count, head, peaks }: ChainState = EMPTY_CHAIN,
  ) {
    this.#head = head;
    this.#tree = new GrowingTree(sha256, count, peaks);
  }

  add(eventHash: Uint8Array): void {
    this.#head = this.sha256(LINK, this.#head, eventHash);
    this.#tree.add(eventHash);
  }

  get count(): number {
    return this.#tree.size;
  }

  get head(): Uint8Array {
    return this.#head;
  }

  root(): Uint8Array {
    return this.#tree.root();
  }

  get state(): ChainState {
    return { count: this.count, head: this.#head, peaks: this.#tree.peaks };
  }
}
