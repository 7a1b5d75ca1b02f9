import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { GrowingTree, leafHash } from '../../../src/domain/proof/merkleTree.js';
import type { Sha256 } from '../../../src/domain/proof/sha256.js';

const sha256: Sha256 = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest();
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** The vectors published with Certificate Transparency's own log: eight entries, and the root after each. */
const ENTRIES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const leaves = ENTRIES.map((entry) => leafHash(sha256, Buffer.from(entry, 'hex')));

describe('a Merkle tree that grows', () => {
  test('of nothing has the hash of nothing', () => {
    expect(hex(new GrowingTree(sha256).root())).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });

  test.each(ROOTS.map((root, at) => [at + 1, root] as const))('of %i leaves has the published root', (size, root) => {
    const tree = new GrowingTree(sha256);
    for (const leaf of leaves.slice(0, size)) tree.add(leaf);
    expect([tree.size, hex(tree.root())]).toEqual([size, root]);
  });

  test('goes on from its peaks as if it had never stopped', () => {
    for (let stop = 0; stop <= leaves.length; stop++) {
      const before = new GrowingTree(sha256);
      for (const leaf of leaves.slice(0, stop)) before.add(leaf);
      const after = new GrowingTree(sha256, before.size, before.peaks);
      for (const leaf of leaves.slice(stop)) after.add(leaf);
      expect(hex(after.root())).toBe(ROOTS.at(-1));
    }
  });

  test('is the tree of RFC 6962 at every size, by its recursive definition', () => {
    const many = Array.from({ length: 70 }, (_, n) => leafHash(sha256, Buffer.from(String(n))));
    const tree = new GrowingTree(sha256);
    many.forEach((leaf, at) => {
      tree.add(leaf);
      expect(hex(tree.root())).toBe(hex(byDefinition(many.slice(0, at + 1))));
    });
  });

  test('refuses peaks that are not of its size', () => {
    expect(() => new GrowingTree(sha256, 3, [leaves[0]!])).toThrow('a tree of 3 leaves has not 1 peaks');
  });
});

function byDefinition(hashes: readonly Uint8Array[]): Uint8Array {
  if (hashes.length === 1) return hashes[0]!;
  let k = 1;
  while (k * 2 < hashes.length) k *= 2;
  return sha256(Uint8Array.of(1), byDefinition(hashes.slice(0, k)), byDefinition(hashes.slice(k)));
}
