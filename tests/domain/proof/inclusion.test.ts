import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { InclusionProver, isIncluded, rootFrom } from '../../../src/domain/proof/inclusion.js';
import { GrowingTree, leafHash } from '../../../src/domain/proof/merkleTree.js';
import type { Sha256 } from '../../../src/domain/proof/sha256.js';

const sha256: Sha256 = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest();
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** The entries and inclusion proofs published with Certificate Transparency's own log; leaves are counted from 0 here. */
const ENTRIES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const PATHS: readonly (readonly [number, number, readonly string[]])[] = [
  [0, 1, []],
  [
    0,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    5,
    8,
    [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
  [
    1,
    5,
    [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
];

const published = ENTRIES.map((entry) => leafHash(sha256, Buffer.from(entry, 'hex')));
const many = Array.from({ length: 70 }, (_, n) => leafHash(sha256, Buffer.from(String(n))));

function proverOf(leaves: readonly Uint8Array[], chosen: readonly number[]): InclusionProver {
  const prover = new InclusionProver(sha256, chosen);
  for (const leaf of leaves) prover.add(leaf);
  return prover;
}

function rootOf(leaves: readonly Uint8Array[]): Uint8Array {
  const tree = new GrowingTree(sha256);
  for (const leaf of leaves) tree.add(leaf);
  return tree.root();
}

describe('A proof that a leaf is in a tree', () => {
  test.each(PATHS)('of leaf %i of %i is the published one', (leaf, size, path) => {
    expect(proverOf(published.slice(0, size), [leaf]).path(leaf).map(hex)).toEqual(path);
  });

  test('leads to the root, for every leaf of every size, alone or with others', () => {
    for (let size = 1; size <= many.length; size++) {
      const leaves = many.slice(0, size);
      const root = rootOf(leaves);
      const all = proverOf(
        leaves,
        leaves.map((_, at) => at),
      );
      leaves.forEach((leaf, index) => {
        const path = all.path(index);
        expect(isIncluded(sha256, leaf, { index, path }, { size, root })).toBe(true);
        if (index % 7 === 0) expect(proverOf(leaves, [index]).path(index)).toEqual(path);
      });
    }
  });

  test('proves no other leaf, place, size, root, and no other path', () => {
    const size = 13;
    const root = rootOf(many.slice(0, size));
    for (let index = 0; index < size; index++) {
      const path = proverOf(many.slice(0, size), [index]).path(index);
      const leaf = many[index]!;
      const holds = (change: object) => {
        const { of, at, by, within, to } = { of: leaf, at: index, by: path, within: size, to: root, ...change };
        return isIncluded(sha256, of, { index: at, path: by }, { size: within, root: to });
      };
      expect(holds({})).toBe(true);
      for (let other = 0; other < size; other++) {
        if (other !== index) expect([holds({ of: many[other] }), holds({ at: other })]).toEqual([false, false]);
      }
      for (const at of [-1, size, size + 1]) expect(holds({ at })).toBe(false);
      expect([holds({ to: many[20] }), holds({ by: path.slice(1) }), holds({ by: [...path, leaf] })]).toEqual([
        false,
        false,
        false,
      ]);
      for (let step = 0; step < path.length; step++) expect(holds({ by: path.with(step, leaf) })).toBe(false);
    }
  });

  test('is refused of what was not chosen, or is not there', () => {
    expect(() => proverOf(many, [3]).path(4)).toThrow('leaf 4 was not chosen or added');
    expect(() => proverOf(many.slice(0, 2), [3]).path(3)).toThrow('leaf 3 was not chosen or added');
    expect(rootFrom(sha256, many[0]!, 0, 0, [])).toBeUndefined();
  });
});
