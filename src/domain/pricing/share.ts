import { allocate } from '../kernel/allocate.js';
import type { Fen } from '../kernel/money.js';
import type { Line } from './purchase.js';

/** What a line can still give: its running price above its floor. */
export function roomOf(line: Line, prices: readonly Fen[]): Fen {
  return prices[line.at]! - line.floor;
}

export function totalRoom(lines: readonly Line[], prices: readonly Fen[]): Fen {
  let room = 0;
  for (const line of lines) room += roomOf(line, prices);
  return room;
}

/**
 * Shares an amount over lines by running price. Lines without room are left out from the start; what a line refuses
 * is shared again by the same weights over those that still have room, until it is used up or no room is left.
 */
export function shareByRunningPrice(amount: Fen, lines: readonly Line[], prices: readonly Fen[]): Fen[] {
  const plain = shareOnce(amount, lines, prices);
  return plain ?? shareWithinRoom(amount, lines, prices);
}

/** The usual case: one sharing, and no line refuses any of it. */
function shareOnce(amount: Fen, lines: readonly Line[], prices: readonly Fen[]): Fen[] | undefined {
  const weights = new Array<Fen>(lines.length);
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    weights[index] = roomOf(line, prices) > 0 ? prices[line.at]! : 0;
  }
  const shares = allocate(amount, weights);
  let given = 0;
  for (let index = 0; index < shares.length; index++) {
    if (shares[index]! > roomOf(lines[index]!, prices)) return undefined;
    given += shares[index]!;
  }
  return given === amount ? shares : undefined;
}

function shareWithinRoom(amount: Fen, lines: readonly Line[], prices: readonly Fen[]): Fen[] {
  const shares = lines.map(() => 0);
  let targets = lines.map((_, index) => index).filter((index) => roomOf(lines[index]!, prices) > 0);
  let left = amount;
  while (left > 0 && targets.length > 0) {
    const weights = targets.map((index) => prices[lines[index]!.at]!);
    const parts = allocate(left, weights);
    targets.forEach((index, position) => {
      const part = Math.min(parts[position]!, roomOf(lines[index]!, prices) - shares[index]!);
      shares[index]! += part;
      left -= part;
    });
    targets = targets.filter((index) => roomOf(lines[index]!, prices) > shares[index]!);
  }
  return shares;
}

export function sumWithinRoom(amounts: readonly Fen[], lines: readonly Line[], prices: readonly Fen[]): Fen {
  let sum = 0;
  for (let index = 0; index < amounts.length; index++) sum += Math.min(amounts[index]!, roomOf(lines[index]!, prices));
  return sum;
}

/** Cuts each amount to its line's room, then all of them to `limit`, which is shared over the results. */
export function cutToRoom(amounts: readonly Fen[], lines: readonly Line[], prices: readonly Fen[], limit: Fen): Fen[] {
  const cut = new Array<Fen>(amounts.length);
  let sum = 0;
  for (let index = 0; index < amounts.length; index++) {
    const amount = Math.min(amounts[index]!, roomOf(lines[index]!, prices));
    cut[index] = amount;
    sum += amount;
  }
  return sum > limit ? allocate(limit, cut) : cut;
}
