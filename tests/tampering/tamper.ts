import { auditLog } from '../../src/commands/proof/auditLog.js';
import { sha256 } from '../../src/infra/proofs/sha256.js';
import { Dice } from './dice.js';
import type { SealedLog } from './sealedLog.js';
import { TAMPERINGS } from './tamperings.js';

/** A tampering that was missed, or was found elsewhere than where it is. */
export interface Missed {
  readonly seed: number;
  readonly tampering: string;
  readonly expected: number | undefined;
  readonly found: number | null;
}

/** Tampers with a log as a seed says and audits it, with the key and the newest checkpoint that its auditor holds. */
export async function tamper(log: SealedLog, seed: number): Promise<Missed | undefined> {
  const dice = new Dice(seed);
  log.restore();
  const names = Object.keys(TAMPERINGS);
  const tampering = names[seed % names.length]!;
  const expected = await TAMPERINGS[tampering]!(log, dice);
  const { breach, whole } = await audited(log);
  const found = breach?.at ?? null;
  return found === null || whole || (expected !== undefined && found !== expected)
    ? { seed, tampering, expected, found }
    : undefined;
}

export function audited({ store, key, book, sealed }: SealedLog) {
  return auditLog({ store, sha256, book, key }, { held: sealed.checkpoints.at(-1)! });
}
