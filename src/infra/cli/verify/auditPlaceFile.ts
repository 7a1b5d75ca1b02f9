import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { AuditPlace } from '../../../commands/proof/audit.js';
import { bytesOfHex, hexOf } from '../../../commands/proof/hexOf.js';
import { UsageError } from '../exitCode.js';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const position = z.string().regex(/^\d+$/);
const place = z.strictObject({
  format: z.literal('orchard-audit-place/1'),
  count: z.int().nonnegative(),
  first: position,
  last: position,
  head: hash,
  peaks: z.array(hash),
});

/** Where an audit stopped, in a file of the auditor's. @throws UsageError for a file that says no such thing. */
export function readAuditPlace(path: string): AuditPlace | undefined {
  if (!existsSync(path)) return undefined;
  try {
    const { count, first, last, head, peaks } = place.parse(JSON.parse(readFileSync(path, 'utf8')));
    return { count, first, last, head: bytesOfHex(head), peaks: peaks.map(bytesOfHex) };
  } catch (cause) {
    throw new UsageError(`${path} does not say where an audit stopped: name another file for --resume.`, { cause });
  }
}

/** Whole or not at all. */
export function writeAuditPlace(path: string, { count, first, last, head, peaks }: AuditPlace): void {
  const said = { format: 'orchard-audit-place/1', count, first, last, head: hexOf(head), peaks: peaks.map(hexOf) };
  writeFileSync(`${path}.draft`, `${JSON.stringify(said)}\n`);
  renameSync(`${path}.draft`, path);
}

/** An audit that ended begins anew the next time. */
export function forgetAuditPlace(path: string): void {
  rmSync(path, { force: true });
}
