import { shareByWeight } from './sharing.js';

/** An amount over the pieces of a line, larger parts first. */
export function perPiece(amount: number, pieces: number): number[] {
  return shareByWeight(BigInt(amount), Array<bigint>(pieces).fill(1n)).map(Number);
}
