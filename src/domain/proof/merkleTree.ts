import type { Sha256 } from './sha256.js';

/** What is hashed before a leaf and a node, so that neither can pass for the other (RFC 6962, 2.1). */
const LEAF = Uint8Array.of(0x00);
const NODE = Uint8Array.of(0x01);

/** The hash of an entry as a leaf. */
export function leafHash(sha256: Sha256, entry: Uint8Array): Uint8Array {
  return sha256(LEAF, entry);
}

/** The hash over two nodes beside each other. */
export function nodeHash(sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(NODE, left, right);
}

/**
 * A Merkle tree (RFC 6962) that only grows: kept are the roots of its whole subtrees, one for each bit set in its size,
 * the largest first. Adding a leaf costs two hashes on average.
 */
export class GrowingTree {
  readonly #peaks: Uint8Array[];
  #size: number;

  /** Goes on from a size and the peaks of a tree of it. @throws RangeError when they do not fit. */
  constructor(
    private readonly sha256: Sha256,
    size = 0,
    peaks: readonly Uint8Array[] = [],
  ) {
    if (peaks.length !== bitsSet(size)) throw new RangeError(`a tree of ${size} leaves has not ${peaks.length} peaks`);
    this.#size = size;
    this.#peaks = [...peaks];
  }

  get size(): number {
    return this.#size;
  }

  get peaks(): readonly Uint8Array[] {
    return [...this.#peaks];
  }

  add(leaf: Uint8Array): void {
    let node = leaf;
    // Not by bits: a log may have more than 2^31 events.
    for (let whole = this.#size; whole % 2 === 1; whole = (whole - 1) / 2) node = this.#above(this.#peaks.pop()!, node);
    this.#peaks.push(node);
    this.#size++;
  }

  /** The tree's hash; of an empty tree that of nothing. */
  root(): Uint8Array {
    const [smallest, ...larger] = this.#peaks.toReversed();
    if (!smallest) return this.sha256();
    return larger.reduce((right, left) => this.#above(left, right), smallest);
  }

  #above(left: Uint8Array, right: Uint8Array): Uint8Array {
    return nodeHash(this.sha256, left, right);
  }
}

/** How many peaks a tree of a size has. */
export function bitsSet(size: number): number {
  let bits = 0;
  for (let left = size; left > 0; left = Math.floor(left / 2)) bits += left % 2;
  return bits;
}
