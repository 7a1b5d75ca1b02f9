import { bitsSet, nodeHash } from './merkleTree.js';
import { type Sha256, sameHash } from './sha256.js';

/**
 * Proves of chosen leaves that they are in a tree (RFC 6962, 2.1.1). Takes all leaves in order, once, and keeps only the
 * nodes that the proofs need.
 */
export class InclusionProver {
  readonly #kept = new Map<string, Uint8Array>();
  /** By level: which nodes have a chosen leaf below them. */
  readonly #chosen: ReadonlySet<number>[] = [];
  readonly #peaks: Uint8Array[] = [];
  #size = 0;

  constructor(
    private readonly sha256: Sha256,
    /** Counted from 0. */
    private readonly leaves: readonly number[],
  ) {}

  add(leaf: Uint8Array): void {
    let [node, level, index] = [leaf, 0, this.#size];
    this.#keep(level, index, node);
    while (index % 2 === 1) {
      node = nodeHash(this.sha256, this.#peaks.pop()!, node);
      index = (index - 1) / 2;
      this.#keep(++level, index, node);
    }
    this.#peaks.push(node);
    this.#size++;
  }

  /** The hashes beside the way from a chosen leaf to the root, lowest first. @throws RangeError for any other leaf. */
  path(leaf: number): readonly Uint8Array[] {
    if (!this.leaves.includes(leaf) || leaf >= this.#size) throw new RangeError(`leaf ${leaf} was not chosen or added`);
    const path: Uint8Array[] = [];
    let [from, to] = [0, this.#size];
    while (to - from > 1) {
      const middle = from + largestPowerBelow(to - from);
      if (leaf < middle) {
        path.unshift(this.#root(middle, to));
        to = middle;
      } else {
        path.unshift(this.#root(from, middle));
        from = middle;
      }
    }
    return path;
  }

  #keep(level: number, index: number, node: Uint8Array): void {
    this.#chosen[level] ??= new Set(this.leaves.map((leaf) => Math.floor(leaf / 2 ** level)));
    const sibling = index % 2 === 0 ? index + 1 : index - 1;
    if (this.#chosen[level].has(sibling)) this.#kept.set(`${level}/${index}`, node);
  }

  /** The root over some leaves: a whole subtree, or all to the end of the tree. */
  #root(from: number, to: number): Uint8Array {
    const size = to - from;
    const kept = Number.isInteger(Math.log2(size)) && this.#kept.get(`${Math.log2(size)}/${from / size}`);
    if (kept) return kept;
    // To the end: the peaks from there on.
    const [smallest, ...larger] = this.#peaks.slice(bitsSet(this.#size - size)).reverse();
    return larger.reduce((right, left) => nodeHash(this.sha256, left, right), smallest!);
  }
}

/** The root that a leaf and its path lead to; undefined: no path of a tree of this size. */
export function rootFrom(
  sha256: Sha256,
  leaf: Uint8Array,
  index: number,
  size: number,
  path: readonly Uint8Array[],
): Uint8Array | undefined {
  if (index < 0 || index >= size) return undefined;
  let node = leaf;
  let [at, last] = [index, size - 1];
  for (const beside of path) {
    if (last === 0) return undefined;
    if (at % 2 === 1 || at === last) {
      node = nodeHash(sha256, beside, node);
      // A lone node at the right edge has nothing beside it until it is a right child.
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else node = nodeHash(sha256, node, beside);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 ? node : undefined;
}

/** Whether a path proves that a leaf is in the tree of a root. */
export function isIncluded(
  sha256: Sha256,
  leaf: Uint8Array,
  { index, path }: { readonly index: number; readonly path: readonly Uint8Array[] },
  tree: { readonly size: number; readonly root: Uint8Array },
): boolean {
  const root = rootFrom(sha256, leaf, index, tree.size, path);
  return root !== undefined && sameHash(root, tree.root);
}

function largestPowerBelow(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}
